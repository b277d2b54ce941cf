/// Memory of fixed size for inner loops: bounds are checked in debug builds only. Its owner frees it.
struct FlatArray<Element: BitwiseCopyable> {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(repeating element: Element, count: Int) {
        base = .allocate(capacity: max(1, count))
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    init(_ elements: [Element]) {
        base = .allocate(capacity: max(1, elements.count))
        for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
        count = elements.count
    }

    @inline(__always) subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    func free() { base.deallocate() }
}

/// A list in memory of fixed capacity, for inner loops. Its owner frees it.
struct FlatList<Element: BitwiseCopyable> {
    let memory: FlatArray<Element>
    private(set) var count = 0

    init(capacity: Int, filler: Element) { memory = FlatArray(repeating: filler, count: capacity) }

    @inline(__always) subscript(index: Int) -> Element {
        get { memory[index] }
        nonmutating set { memory[index] = newValue }
    }

    @inline(__always) mutating func append(_ element: Element) {
        memory[count] = element
        count &+= 1
    }

    mutating func removeAll() { count = 0 }

    func free() { memory.free() }
}
