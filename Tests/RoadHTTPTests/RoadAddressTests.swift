import Testing

@testable import RoadHTTP

struct RoadAddressTests {
    @Test func `an address is read into its parts`() throws {
        let plain = try #require(RoadAddress("http://127.0.0.1:5000"))
        #expect(plain.host == "127.0.0.1" && plain.port == 5000 && plain.path.isEmpty && !plain.isEncrypted)
        #expect(plain.authority == "127.0.0.1:5000" && plain.url == "http://127.0.0.1:5000")
        let other = try #require(RoadAddress("HTTPS://Roads.Example/osrm//"))
        #expect(other.host == "roads.example" && other.port == 443 && other.isEncrypted)
        #expect(other.url == "https://roads.example/osrm")
        let six = try #require(RoadAddress("http://[::1]:8002/"))
        #expect(six.host == "::1" && six.authority == "[::1]:8002")
    }

    @Test func `what is no address of a server is refused`() {
        for text in [
            "", "localhost:5000", "ftp://a", "http://", "http://a:0", "http://a:70000", "http://u:p@a", "http://a?b",
        ] {
            #expect(RoadAddress(text) == nil, "\(text)")
        }
    }

    @Test func `a redirect is followed only to the same server`() throws {
        let address = try #require(RoadAddress("http://roads.example:5000"))
        #expect(address.target(of: "/a?b=c;d") == "/a?b=c;d")
        #expect(address.target(of: "http://ROADS.example:5000/a?b") == "/a?b")
        #expect(address.target(of: "http://roads.example:5000") == "/")
        for place in [
            "//roads.example:5000/a", "http://roads.example/a", "https://roads.example:5000/a", "a", "http://other/",
            "http://roads.example:5000@other/", "file:///etc/passwd", "http://[", "http://roads.example:99999/", "",
        ] { #expect(address.target(of: place) == nil, "\(place)") }
    }
}
