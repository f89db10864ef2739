"""What is wrong with a certificate, in a word; and how a page is opened that cannot show a good one."""

from __future__ import annotations

import ssl

#: OpenSSL's X509_V_ERR_… to what it means to the people of an office.
_FAULTS = {
    9: "not yet valid",
    10: "expired",
    18: "self-signed",
    19: "self-signed",
    20: "incomplete chain",
    21: "incomplete chain",
    23: "revoked",
    62: "wrong name",
    64: "wrong name",
}
#: The server speaks only what browsers have given up.
OUTDATED = "outdated"


def trusting() -> ssl.SSLContext:
    """As a browser: the system's authorities, or those of SSL_CERT_FILE."""
    return ssl.create_default_context()


def looking() -> ssl.SSLContext:
    """Only to see what stands there: any certificate, any version of TLS. Nothing secret goes out."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.options |= 0x4  # SSL_OP_LEGACY_SERVER_CONNECT; Python names it only from 3.12
    return context


def fault_of(error: Exception) -> str:
    """The word for a failed handshake: expired, self-signed, wrong name, incomplete chain, untrusted …, or outdated."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _FAULTS.get(error.verify_code, "untrusted")
    return OUTDATED
