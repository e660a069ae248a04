use axum::extract::ConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Once;

/// Where the network address of a browser is read from. It only counts attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientAddress {
    /// The other end of the connection.
    Connection,
    /// The header `X-Forwarded-For`, to which this many proxies of ours each added an address.
    /// What stands before those, anybody can have written.
    ForwardedFor {
        /// How many proxies.
        proxies: usize,
    },
}

/// A proxy and `proxies` that do not fit are logged once, not with each request.
static LOGGED: Once = Once::new();

impl ClientAddress {
    /// The network address of the client that sent this request.
    pub(crate) fn read(self, parts: &Parts) -> IpAddr {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
        let connection = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let address = match self {
            Self::Connection => {
                if peer.is_some_and(|peer| peer.is_loopback()) && parts.headers.contains_key(FORWARDED_FOR) {
                    LOGGED.call_once(|| {
                        tracing::warn!(
                            "a proxy passes requests on, but `proxies` is 0: all visitors share one allowance; \
                             set `proxies` to the number of proxies"
                        );
                    });
                }
                None
            }
            Self::ForwardedFor { proxies } => {
                let address = forwarded(&parts.headers, proxies);
                if address.is_none() {
                    LOGGED.call_once(|| {
                        tracing::warn!(
                            proxies,
                            "X-Forwarded-For does not name the visitor: all such visitors share one allowance; have \
                             the proxy send it, and set `proxies` to the number of proxies"
                        );
                    });
                }
                address
            }
        };
        address.unwrap_or(connection)
    }
}

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The address that the outermost of our proxies added. Several lines of the header are one list, and empty places in
/// a list do not count (RFC 9110, 5.3 and 5.6.1).
fn forwarded(headers: &HeaderMap, proxies: usize) -> Option<IpAddr> {
    let lines = headers.get_all(FORWARDED_FOR).iter().map(|line| String::from_utf8_lossy(line.as_bytes()));
    let all = lines.collect::<Vec<_>>().join(",");
    let places = all.rsplit(',').map(str::trim).filter(|place| !place.is_empty());
    places.take(proxies).nth(proxies.checked_sub(1)?).and_then(address)
}

/// An address as proxies write it: with or without a port, brackets, a zone, quotation marks, leading zeros.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim_matches('"').trim();
    let bare = match text.strip_prefix('[') {
        Some(bracketed) => {
            let (address, after) = bracketed.split_once(']')?;
            let is_port = after.is_empty() || after.strip_prefix(':').is_some_and(is_digits);
            is_port.then_some(address)?
        }
        // One colon only: an address of IPv6 has at least two.
        None => match text.split_once(':') {
            Some((address, port)) if is_digits(port) && address.contains('.') => address,
            _ => text,
        },
    };
    let bare = bare.split('%').next().unwrap_or_default();
    let address = bare.parse::<Ipv6Addr>().map(IpAddr::V6).ok().or_else(|| decimal(bare).map(IpAddr::V4))?;
    Some(address.to_canonical())
}

/// Four numbers, all decimal: one with leading zeros is no octal number.
fn decimal(text: &str) -> Option<Ipv4Addr> {
    let mut numbers = [0; 4];
    let mut parts = text.split('.');
    for number in &mut numbers {
        let part = parts.next().filter(|part| is_digits(part) && part.len() <= 6)?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then(|| Ipv4Addr::from(numbers))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::ClientAddress;
    use axum::extract::ConnectInfo;
    use axum::http::{HeaderValue, Request};
    use proptest::prelude::{any, prop_assert_eq, prop_oneof, proptest};
    use proptest::strategy::{Just, Strategy};
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

    const PROXY: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(10, 0, 0, 9)), 50_000);

    fn read_lines(lines: &[&[u8]], proxies: usize) -> String {
        let (mut parts, ()) = Request::builder().body(()).expect("a request").into_parts();
        for line in lines {
            parts.headers.append("x-forwarded-for", HeaderValue::from_bytes(line).expect("a header"));
        }
        parts.extensions.insert(ConnectInfo(PROXY));
        ClientAddress::ForwardedFor { proxies }.read(&parts).to_string()
    }

    fn read(header: &str, proxies: usize) -> String {
        read_lines(&[header.as_bytes()], proxies)
    }

    #[test]
    fn what_anybody_can_write_into_the_header_does_not_count() {
        assert_eq!(read("6.6.6.6, 192.0.2.7", 1), "192.0.2.7");
        assert_eq!(read("6.6.6.6, 192.0.2.7, 10.0.0.1", 2), "192.0.2.7");
        assert_eq!(read("6.6.6.6, nonsense", 1), "10.0.0.9");
        assert_eq!(read_lines(&[b"6.6.6.6", b"\xff, 192.0.2.7"], 1), "192.0.2.7");
        assert_eq!(read_lines(&[b"\xff\xfe"], 1), "10.0.0.9");
    }

    #[test]
    fn an_address_is_read_however_a_proxy_writes_it() {
        for written in [
            "77.7.7.7",
            "77.7.7.7:1234",
            "[::ffff:77.7.7.7]",
            "[::ffff:77.7.7.7]:443",
            "::ffff:77.7.7.7",
            "::ffff:4d07:707",
            "077.007.7.07",
            "77.7.7.7,",
            "77.7.7.7 , ,",
            " 77.7.7.7\t",
            "\"77.7.7.7:1234\"",
            "6.6.6.6,,77.7.7.7",
        ] {
            assert_eq!(read(written, 1), "77.7.7.7", "{written}");
        }
        for written in
            ["2001:db8::1", "[2001:db8::1]:443", "[2001:DB8:0::1]", "2001:db8::1%eth0", "\"[2001:db8::1]:1\""]
        {
            assert_eq!(read(written, 1), "2001:db8::1", "{written}");
        }
        assert_eq!(read_lines(&[b"6.6.6.6", b"77.7.7.7", b"10.0.0.1"], 2), "77.7.7.7");
        assert_eq!(read_lines(&[b"77.7.7.7", b""], 1), "77.7.7.7");
    }

    #[test]
    fn what_cannot_be_read_is_the_other_end_of_the_connection() {
        for written in
            ["unknown", "_hidden", "", ",", "77.7.7", "77.7.7.7.7", "77.7.7.256", "77.7.7.7:", "[77.7.7.7", "a:b"]
        {
            assert_eq!(read(written, 1), "10.0.0.9", "{written}");
        }
        assert_eq!(read("77.7.7.7", 2), "10.0.0.9", "one of two proxies was passed by");
    }

    fn written() -> impl Strategy<Value = (IpAddr, String)> {
        let v4 = any::<[u8; 4]>().prop_map(Ipv4Addr::from).prop_flat_map(|address| {
            let [a, b, c, d] = address.octets();
            let mapped = address.to_ipv6_mapped();
            let texts = prop_oneof![
                Just(address.to_string()),
                Just(format!("{a:03}.{b:03}.{c:03}.{d:03}")),
                Just(mapped.to_string()),
                Just(format!("[{mapped}]:65535")),
                any::<u16>().prop_map(move |port| format!("{address}:{port}")),
            ];
            texts.prop_map(move |text| (IpAddr::V4(address), text))
        });
        let v6 = any::<[u8; 16]>().prop_map(Ipv6Addr::from).prop_flat_map(|address| {
            let texts = prop_oneof![
                Just(address.to_string()),
                Just(format!("[{address}]")),
                any::<u16>().prop_map(move |port| format!("[{address}]:{port}")),
            ];
            texts.prop_map(move |text| (IpAddr::V6(address).to_canonical(), text))
        });
        prop_oneof![v4, v6]
    }

    proptest! {
        #[test]
        fn the_last_address_is_found_behind_anything((address, text) in written(), before in "[ -~]{0,40}") {
            prop_assert_eq!(read(&format!("{before},{text}"), 1), address.to_string());
        }

        #[test]
        fn no_header_is_too_much(bytes in "[^\\x00-\\x1f\\x7f]{0,60}", proxies in 1_usize..4) {
            read_lines(&[bytes.as_bytes()], proxies);
        }
    }
}
