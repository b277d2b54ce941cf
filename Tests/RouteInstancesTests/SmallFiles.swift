/// Instance files of the tests, each correct.
enum SmallFiles {
    static let solomon = """
        tiny\r
        \r
        VEHICLE\r
        NUMBER     CAPACITY\r
          2         10\r
        \r
        CUSTOMER\r
        CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME\r
         \r
            0      0         0          0          0        100          0   \r
            1      3         4          5         10         20          2   \r
            2      6         8          5          0         90          2   \r
            3      0         5          5          0         90          2   \r

        """

    static let tour = """
        NAME : square
        COMMENT : four corners
        TYPE : TSP
        DIMENSION: 4
        EDGE_WEIGHT_TYPE : EUC_2D
        NODE_COORD_SECTION
        1 0 0
        2 1.0e+01 0
        3 10 10
        4 0 10
        EOF
        """

    static let prizes = """
        NAME : prizes
        TYPE : PCVRPTW
        DIMENSION : 4
        VEHICLES : 1
        CAPACITY : 2
        SERVICE_TIME : 2
        EDGE_WEIGHT_TYPE : EXPLICIT
        EDGE_WEIGHT_FORMAT : FULL_MATRIX
        DEPOT_SECTION
        1
        -1
        EDGE_WEIGHT_SECTION
        0 5 6 7
        5 0 2 3
        6 2 0 4
        7 3 4 0
        DEMAND_SECTION
        1 0
        2 1
        3 1
        4 1
        TIME_WINDOW_SECTION
        1 0 100
        2 10 20
        3 0 50
        4 0 50
        PRIZE_SECTION
        1 0
        2 0
        3 2.55
        4 30
        EOF
        """

    static let periodic = """
        1 1 3 3
        0 10
        50 10
        0 0
         0 0 0 0 0 0 0
         1 3 4 2 5 2 2 3 6
         2 6 8 2 5 1 3 1 2 4
         3 0 5 2 5 0 1 4
        """

    /// Each with the name that tells its format.
    static let all = [
        ("tiny.txt", solomon), ("square.tsp", tour), ("prizes.vrp", prizes), ("p00", periodic),
    ]
}
