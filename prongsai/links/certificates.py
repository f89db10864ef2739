"""What is wrong with a certificate, in a word; and how a page is opened that cannot show a good one."""

from __future__ import annotations

import ssl

INCOMPLETE, UNTRUSTED = "incomplete chain", "untrusted"
#: OpenSSL's X509_V_ERR_… to what it means to the people of an office.
_FAULTS = {
    9: "not yet valid",
    10: "expired",
    18: "self-signed",
    19: "self-signed",
    20: INCOMPLETE,
    21: INCOMPLETE,
    23: "revoked",
    62: "wrong name",
    64: "wrong name",
}
#: The server speaks only what browsers have given up.
OUTDATED = "outdated"
#: The object identifier caIssuers (1.3.6.1.5.5.7.48.2) as certificates write it.
_ISSUER = bytes.fromhex("06082b06010505073002")


def trusting() -> ssl.SSLContext:
    """As a browser: the system's authorities, or those of SSL_CERT_FILE."""
    return ssl.create_default_context()


class _Looking(ssl.SSLContext):
    """Remembers the hosts of whose certificate nobody can find the issuer."""

    orphans: set[str]


class _Seen(ssl.SSLObject):
    def do_handshake(self) -> None:
        """The certificate is there when this is over."""
        super().do_handshake()
        if isinstance(self.context, _Looking) and _ISSUER not in (self.getpeercert(binary_form=True) or b""):
            self.context.orphans.add(self.server_hostname or "")


def looking(orphans: set[str]) -> ssl.SSLContext:
    """Only to see what stands there: any certificate, any version of TLS. Nothing secret goes out.

    ``orphans`` gets the hosts whose certificate does not say where its issuer's is: no authority that browsers know
    signs such, so that what is missing is trust, and not a part of the chain.
    """
    context = _Looking(ssl.PROTOCOL_TLS_CLIENT)
    context.orphans, context.sslobject_class = orphans, _Seen
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.options |= 0x4  # SSL_OP_LEGACY_SERVER_CONNECT; Python names it only from 3.12
    return context


def fault_of(error: Exception) -> str:
    """The word for a failed handshake: expired, self-signed, wrong name, incomplete chain, untrusted …, or outdated."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _FAULTS.get(error.verify_code, UNTRUSTED)
    return OUTDATED
