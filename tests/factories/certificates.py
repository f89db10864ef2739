"""Certificates of a test: an authority and what it signs, made anew each time and kept nowhere."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

Key = ec.EllipticCurvePrivateKey
Context = ssl.SSLContext


class Authority:
    """Signs for 127.0.0.1 and other names; its own certificate is in ``file``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = _signed("authority", self.key, "authority", self.key, authority=True)
        self.file = folder / "authority.pem"
        self.file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def server(self, name: str = "127.0.0.1", days: int = 30, **how: bool) -> Context:
        """A server's side of TLS; see server_file."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.server_file(name, days, **how))
        return context

    def server_file(
        self, name: str, days: int = 30, *, own: bool = False, middle: bool = False, published: bool = True
    ) -> Path:
        """Key and certificate for the name, which ends after so many days.

        ``own``: signed by itself. ``middle``: by an authority between, which is not shown. ``published``: it says where
        the certificate of its issuer is.
        """
        key, between = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        issuer, signer = (name, key) if own else ("middle", between) if middle else ("authority", self.key)
        certificate = _signed(name, key, issuer, signer, days=days, published=published)
        pem = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file = self.folder / f"{name.strip('*.')}-{days}-{own}-{middle}-{published}.pem"
        file.write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
        return file


def _signed(
    name: str, key: Key, issuer: str, signer: Key, *, days: int = 30, authority: bool = False, published: bool = False
) -> x509.Certificate:
    now = datetime.now(UTC)
    alternative = x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name)
    made = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=min(days, 0) - 60))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
    )
    if published:
        where = x509.UniformResourceIdentifier("http://authority.example/issuer.crt")
        issuer_at = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, where)
        made = made.add_extension(x509.AuthorityInformationAccess([issuer_at]), critical=False)
    return made.sign(signer, hashes.SHA256())


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
