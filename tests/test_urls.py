"""Web addresses: what readers may be sent to, and what is said of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.urls import MAX_URL, fault


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/2024/11/22/x",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/",
        "https://example.org./a",
        "https://example.org:8443/a?b=c&d=%20#e",
        "https://example.org/a_(b)'c;d,e~f!g*h$i+j=k@l:m",
        "https://sub_domain.example.org/",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]:443/",
        "https://пример.рф/новость",
        "https://суджа.укр/",
        "https://суджа.com/",  # д and ж look like no Latin letter
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://münchen.de/straße",
        "https://xn--mnchen-3ya.de/",
        "https://ελλάδα.gr/",
        "https://例え.jp/",
        "https://مثال.إختبار.com/",
        "https://4.example.org/",
        "https://2024.example/",
    ],
)
def test_addresses_of_the_web(url: str) -> None:
    assert fault(url) is None


@pytest.mark.parametrize(
    ("rule", "urls"),
    [
        (
            "url-scheme",
            [
                *(
                    "javascript:alert(1)",
                    "JaVaScRiPt:alert(1)",
                    "data:text/html,x",
                    "vbscript:x",
                    "file:///etc/hosts",
                ),
                *("ftp://example.org", "mailto:a@example.org", "tel:+1", "blob:https://example.org/x", "about:blank"),
                *(
                    "example.org",
                    "www.example.org/a",
                    "//example.org/a",
                    "https:example.org",
                    "https:///a",
                    "https://",
                    "",
                ),
                *("/etc/hosts", "?", "#x", "view-source:https://example.org"),
            ],
        ),
        (
            "url-credentials",
            [
                *("https://user@example.org/", "https://user:secret@example.org/", "https://:@example.org/"),
                *("https://example.org@other.org/", "https://example.org:443@other.org/"),
            ],
        ),
        (
            "url-private",
            [
                *("http://localhost", "http://localhost.", "http://LOCALHOST:8000/", "http://a.localhost/"),
                *("http://127.0.0.1", "http://127.1/", "http://127.0.1/", "http://0/", "http://0.0.0.0/"),
                *(
                    "http://2130706433/",
                    "http://0x7f000001/",
                    "http://0x7f.1/",
                    "http://0177.0.0.1/",
                    "http://017700000001/",
                ),
                *("http://10.1.2.3/", "http://172.16.0.1/", "http://192.168.0.1/", "http://169.254.169.254/"),
                *("http://100.64.0.1/", "http://198.51.100.7/", "http://224.0.0.1/", "http://255.255.255.255/"),
                *(
                    "http://[::1]/",
                    "http://[::]/",
                    "http://[fe80::1]/",
                    "http://[fd12::1]/",
                    "http://[::ffff:10.0.0.1]/",
                ),
                *("http://[2001:db8::1]/", "http://intranet/", "http://wiki.corp/", "http://nas.local./"),
                *(
                    "http://router.lan/",
                    "http://x.internal/",
                    "http://x.home.arpa/",
                    "http://x.onion/",
                    "http://x.test/",
                ),
                *("http://１２７.0.0.1/", "http://1.2.3.4.5/", "http://999.1.1.1/", "http://8.8.8.8.8/"),
            ],
        ),
        (
            "url-format",
            [
                *("https://exam ple.org/", "https://example.org/a b", " https://example.org", "https://example.org\n"),
                *(
                    "https://example.org/\t",
                    "https://example.org/\u00a0",
                    "https://exa\u200bmple.org",
                    "https://example\u00ad.org",
                ),
                *(
                    "https://example.org/\u202egnp",
                    "https://example.org/\u2066x",
                    "https://example.org/\0",
                    "\ufeffhttps://example.org",
                ),
                *("https://example.org\\@evil.org/", "https://evil.org\\.example.org/", "https://example.org/<script>"),
                *(
                    'https://example.org/"onclick=x',
                    "https://example.org/`",
                    "https://example.org/{x}",
                    "https://example.org/|",
                ),
                *(
                    "https://example.org:99999/",
                    "https://example.org:x/",
                    "https://example.org:-1/",
                    "https://[::1/",
                    "https://[x]/",
                ),
                *(
                    "https://a..org/",
                    "https://.example.org/",
                    "https://exa%6dple.org/",
                    "https://example.org%2eevil.org/",
                ),
                *("https://example!.org/", "https://a,b.org/", "https://xn--a\u00e4.org/", "https://example.org../"),
                *(
                    "https://[::1]a/",
                    "https://[2606:4700::1111]a/",
                    "https://www.example。org/",
                    "https://ⓔxample.org/",
                    "https://\ud800.org/",
                    "https://\U0010ffff.org/",
                ),
            ],
        ),
        (
            "url-lookalike",
            [
                *("https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "https://exаmple.org/", "https://раураӏ.com/"),
                *("https://ɡoogle.com/", "https://ｅxample.org/"),
                *("https://gοοgle.com/", "https://news.аррӏе.com/", "https://аррӏе.co.uk/", "https://ѕсоре.org/"),
            ],
        ),
        ("url-long", ["https://example.org/" + "a" * MAX_URL, "https://" + "a." * 100_000 + "org"]),
    ],
)
def test_what_is_refused(rule: str, urls: list[str]) -> None:
    for url in urls:
        found = fault(url)
        assert found is not None, url
        assert found.rule == rule, (url, found)
        assert found.hint
        assert found.message.isprintable()
        assert len(found.message) < 150


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("example.org", "write https://example.org"),
        ("www.example.org/a", "write https://www.example.org/a"),
        ("//example.org/a", "write https://example.org/a"),
        ("https:/example.org/a", "write https://example.org/a"),
        ("javascript:alert(1)", "write an address that begins https://"),
        ("file:///etc/hosts", "write an address that begins https://"),
    ],
)
def test_the_address_that_was_meant(written: str, meant: str) -> None:
    found = fault(written)
    assert found is not None
    assert found.hint == meant


@given(st.text() | st.text(alphabet="htps:/.@[]\\0x127ab1а%#?-_ ", max_size=40).map("https://".__add__))
def test_anything_is_an_address_or_a_fault(text: str) -> None:
    found = fault(text)
    assert found is None or (found.message.isprintable() and found.hint)


@given(st.ip_addresses())
def test_an_address_in_numbers_is_public_or_refused(address: object) -> None:
    host = f"[{address}]" if ":" in str(address) else str(address)
    found = fault(f"https://{host}/")
    assert (found is None) == (address.is_global and not address.is_multicast)  # type: ignore[attr-defined]
