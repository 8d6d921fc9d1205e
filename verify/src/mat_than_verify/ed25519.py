"""Ed25519 signatures (RFC 8032), verified only, in integers alone, so that no compiled package has to be trusted.

There is no secret here, so nothing has to run in constant time. Stricter than the RFC where a second spelling of the
same value would pass: S below the group's order, points in their one canonical form, no key of small order.
"""

import hashlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
_ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)

# X, Y, Z, T with x = X/Z, y = Y/Z, x*y = T/Z (RFC 8032, 5.1.4).
Point = tuple[int, int, int, int]
_NEUTRAL: Point = (0, 1, 1, 0)


def verify(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the 64 bytes are the signature of the message by the 32 bytes' key."""
    if len(key) != 32 or len(signature) != 64:
        return False
    point, commitment = _decode(key), signature[:32]
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or scalar >= ORDER or _is_small(point):
        return False
    challenge = int.from_bytes(hashlib.sha512(commitment + key + message).digest(), "little") % ORDER
    # [S]B = R + [k]A, turned so that the only point to decode is the key: R must be [S]B - [k]A, byte for byte.
    return _encode(_add_products(scalar, _BASE_MULTIPLES, challenge, _multiples(_negative(point)))) == commitment


def _add(one: Point, two: Point) -> Point:
    a = (one[1] - one[0]) * (two[1] - two[0]) % P
    b = (one[1] + one[0]) * (two[1] + two[0]) % P
    c = 2 * one[3] * two[3] * D % P
    d = 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _double(point: Point) -> Point:
    a = point[0] * point[0] % P
    b = point[1] * point[1] % P
    c = 2 * point[2] * point[2] % P
    h = a + b
    e = h - (point[0] + point[1]) ** 2 % P
    g = a - b
    f = c + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def _negative(point: Point) -> Point:
    return -point[0] % P, point[1], point[2], -point[3] % P


def _multiples(point: Point) -> list[Point]:
    """0 to 15 times the point."""
    found = [_NEUTRAL]
    for _ in range(15):
        found.append(_add(found[-1], point))
    return found


def _add_products(one: int, of_one: list[Point], two: int, of_two: list[Point]) -> Point:
    """The sum of one times a point and two times another, both at once from the highest four bits down."""
    total = _NEUTRAL
    for shift in range(252, -1, -4):
        for _ in range(4):
            total = _double(total)
        total = _add(total, of_one[one >> shift & 15])
        total = _add(total, of_two[two >> shift & 15])
    return total


def _is_small(point: Point) -> bool:
    """Whether eight times the point is nothing: such a key fits signatures that nobody made."""
    eightfold = _double(_double(_double(point)))
    return eightfold[0] == 0 and eightfold[1] == eightfold[2]


def _encode(point: Point) -> bytes:
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _decode(data: bytes) -> Point | None:
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if y >= P:
        return None
    x = _x_of(y)
    if x is None or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def _x_of(y: int) -> int | None:
    """A square root of (y² - 1) / (d y² + 1), if there is one."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * _ROOT_OF_MINUS_ONE % P
    return None if (x * x - square) % P else x


def _base() -> Point:
    y = 4 * pow(5, -1, P) % P
    x = _x_of(y)
    assert x is not None  # noqa: S101 - the curve's base point, by its definition
    if x & 1:
        x = P - x
    return x, y, 1, x * y % P


_BASE_MULTIPLES = _multiples(_base())
