"""Servers on 127.0.0.1 for checks: one that counts what passes through it, and ones that behave badly."""

import random
import socket
import threading
import time


class Server:
    """A listening socket with a thread for each connection; `serve` says what happens on one."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.requests = 0
        self.lock = threading.Lock()
        self.is_open = True
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while self.is_open:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection):
        with connection:
            try:
                self.serve(connection)
            except OSError:
                pass

    def count(self, number=1):
        with self.lock:
            self.requests += number

    def serve(self, connection):
        raise NotImplementedError

    def close(self):
        self.is_open = False
        # A thread that waits in accept() would keep the port open.
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class CountingProxy(Server):
    """Passes everything on to another port of this machine and counts the requests."""

    def __init__(self, port: int):
        self.target = port
        super().__init__()

    def serve(self, connection):
        with socket.create_connection(("127.0.0.1", self.target)) as behind:
            back = threading.Thread(target=self._pass, args=(behind, connection), daemon=True)
            back.start()
            seen = b""
            while data := connection.recv(1 << 16):
                # The end of a request's first line; what was seen already is not counted again.
                self.count((seen + data).count(b" HTTP/1.1\r\n") - seen.count(b" HTTP/1.1\r\n"))
                seen = (seen + data)[-16:]
                behind.sendall(data)
            behind.shutdown(socket.SHUT_WR)
            back.join()

    @staticmethod
    def _pass(source, target):
        try:
            while data := source.recv(1 << 16):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class HostileServer(Server):
    """Reads each request to its end, then does the same bad thing."""

    def __init__(self, behaviour):
        self.behaviour = behaviour
        super().__init__()

    def serve(self, connection):
        rest = b""
        while True:
            while b"\r\n\r\n" not in rest:
                data = connection.recv(1 << 16)
                if not data:
                    return
                rest += data
            head, rest = rest.split(b"\r\n\r\n", 1)
            length = 0
            for line in head.split(b"\r\n")[1:]:
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                if name.lower() == b"expect":
                    connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            while len(rest) < length:
                data = connection.recv(1 << 16)
                if not data:
                    return
                rest += data
            rest = rest[length:]
            self.count()
            if not self.behaviour(connection):
                return


def answering(body: bytes, status: str = "200 OK", kind: str = "application/json"):
    """The same answer to whatever is asked."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()

    def behave(connection):
        connection.sendall(head + body)
        return True
    return behave


def hanging(connection):
    """Takes the question and says nothing."""
    connection.settimeout(60)
    connection.recv(1)
    return False


def closing_midway(connection):
    """Promises a long answer, begins it well and hangs up."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n"
                       b'{"code":"Ok","durations":[[0,12.5,')
    time.sleep(0.05)
    return False


def rubbish(seed: int = 1, size: int = 10_000_000):
    """Ten megabytes of anything."""
    return answering(random.Random(seed).randbytes(size))


class Moody(CountingProxy):
    """Every other connection gets 503 for an answer and is closed; what comes on the others is passed on."""

    def __init__(self, port: int):
        self.turn = 0
        super().__init__(port)

    def serve(self, connection):
        with self.lock:
            self.turn += 1
            is_bad = self.turn % 2 == 1
        if is_bad:
            HostileServer.serve(self, connection)
        else:
            super().serve(connection)

    @staticmethod
    def behaviour(connection):
        answering(b"busy", "503 Service Unavailable", "text/plain")(connection)
        return False
