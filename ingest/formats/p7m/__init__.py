"""Signed files (`.p7m`, CAdES): a document as XML within a PKCS #7 envelope, as DER or BER, in base64 or PEM."""

from ingest.format import Content, Enclosed, Format
from ingest.formats.p7m.armour import without_armour


def _claims(content: Content) -> bool:
    return content.kind == "pkcs7" or (content.kind == "text" and without_armour(content.data, head=True) is not None)


def _read(content: Content) -> Enclosed:
    from ingest.formats.p7m.envelope import signed_content  # noqa: PLC0415 - asn1crypto takes 40 ms, few runs need it

    return Enclosed(((signed_content(content),),))


P7M = Format("p7m", _claims, _read, kinds=frozenset({"pkcs7", "text"}))
