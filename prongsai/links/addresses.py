"""Which addresses may be opened: of the text of a link, and of the number that a name leads to.

Networks after IANA's special-purpose registries of IPv4 and IPv6, ports after the Fetch standard's list of bad ones.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from yarl import URL

from prongsai.links.limits import Network

Address = IPv4Address | IPv6Address


def _networks(words: str) -> tuple[Network, ...]:
    return tuple(map(ip_network, words.split()))


#: 168.63.129.16 is public by its number, but answers for the machine that we may run on (Azure).
_NOT_PUBLIC_4 = _networks(
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
    "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
    "168.63.129.16/32"
)
_PUBLIC_6 = IPv6Network("2000::/3")
#: Teredo, ORCHID and benchmarks are in the first; 2002::/16 is 6to4, by which any IPv4 address can be written.
_NOT_PUBLIC_6 = _networks("2001::/23 2001:db8::/32 2002::/16 3fff::/20")
#: An IPv6-only network shows public IPv4 servers under this prefix (RFC 6052).
_NAT64 = IPv6Network("64:ff9b::/96")

_WEB_PORTS = frozenset({*range(80, 91), 443, 591})
#: Above 1024: of the Fetch standard, and databases that would take a request for a command.
_BAD_PORTS = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
    | {1433, 1521, 2375, 3306, 3389, 5432, 5984, 6379, 9200, 11211, 27017}
)
_LONGEST = 4000
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.ASCII)
_NOT_IN_NAMES = re.compile(r"[\s\x00-\x20\x7f<>\"^`{|}%\\]")


def is_public(address: Address, allow: tuple[Network, ...] = ()) -> bool:
    """Whether it may be opened: it is on the public internet, or in a network that is allowed by name."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped, allow)
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF), allow)
    if any(address in network for network in allow):
        return True
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    return address.scope_id is None and address in _PUBLIC_6 and not any(address in one for one in _NOT_PUBLIC_6)


def target_of(text: str, base: URL | None = None) -> URL | None:
    """The address that a link asks for, as it is sent; None where it is none that is opened.

    Without user, password and fragment; the host in ASCII, numbers written as browsers read them (2130706433 is
    127.0.0.1), so that the number which is checked is the number that is opened.
    """
    if len(text) > _LONGEST:
        return None
    try:
        url = URL(_ascii_percent(text.strip()))
        url = base.join(url) if base is not None else url
        return _checked(url)
    except (ValueError, UnicodeError, TypeError):
        return None


def _checked(url: URL) -> URL | None:
    host = (url.raw_host or "").rstrip(".")
    if url.scheme not in ("http", "https") or not host or len(host) > 253 or _NOT_IN_NAMES.search(host):
        return None
    port = url.port
    if port is None or port in _BAD_PORTS or (port < 1024 and port not in _WEB_PORTS):
        return None
    if ":" not in host:
        host = _name_or_number(host)
    clean = url.with_user(None).with_fragment(None)
    clean = clean if host == url.raw_host else clean.with_host(host)
    # yarl writes the address of a home page as it came; all that follows relies on a path.
    return clean.with_path("/") if str(clean) == str(clean.origin()) else clean


def _name_or_number(host: str) -> str:
    """A host that ends in a number is an address; ValueError where it is neither that nor a name."""
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return str(_number(host))
    if not all(0 < len(label) < 64 for label in labels):
        raise ValueError(host)
    return host


def _number(host: str) -> IPv4Address:
    """An IPv4 address as the URL standard reads it: one to four parts, decimal, octal or hexadecimal."""
    parts = host.split(".")
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise AddressValueError(host)
    values = [_part(part) for part in parts]
    if any(value > 255 for value in values[:-1]) or values[-1] >= 256 ** (5 - len(values)):
        raise AddressValueError(host)
    whole = sum(value << (24 - 8 * place) for place, value in enumerate(values[:-1]))
    return IPv4Address(whole + values[-1])


def _part(text: str) -> int:
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8) if text.startswith("0") and len(text) > 1 else int(text)


def literal(host: str) -> Address | None:
    """The number that a host is, None for a name."""
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


def _ascii_percent(text: str) -> str:
    """Bytes of a Location that are no UTF-8, such as Thai in TIS-620, go back as the bytes that they were."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(f"%{byte:02X}" if byte > 127 else chr(byte) for byte in text.encode("utf-8", "surrogateescape"))
    return text
