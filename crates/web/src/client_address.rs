use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

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

impl ClientAddress {
    /// The network address of whoever sent this request.
    pub(crate) fn read(self, parts: &Parts) -> IpAddr {
        let connection = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let address = match self {
            Self::Connection => connection(),
            Self::ForwardedFor { proxies } => forwarded(parts, proxies).or_else(connection),
        };
        address.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |address| address.to_canonical())
    }
}

fn forwarded(parts: &Parts, proxies: usize) -> Option<IpAddr> {
    let headers = parts.headers.get_all("x-forwarded-for");
    let values: Vec<&str> = headers.iter().filter_map(|value| value.to_str().ok()).collect();
    let all = values.join(",");
    all.rsplit(',').nth(proxies.checked_sub(1)?)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::ClientAddress;
    use axum::http::Request;

    fn read(header: &str, proxies: usize) -> String {
        let (parts, ()) =
            Request::builder().header("x-forwarded-for", header).body(()).expect("a request").into_parts();
        ClientAddress::ForwardedFor { proxies }.read(&parts).to_string()
    }

    #[test]
    fn what_anybody_can_write_into_the_header_does_not_count() {
        assert_eq!(read("6.6.6.6, 192.0.2.7", 1), "192.0.2.7");
        assert_eq!(read("6.6.6.6, 192.0.2.7, 10.0.0.1", 2), "192.0.2.7");
        assert_eq!(read("nonsense", 1), "0.0.0.0");
    }
}
