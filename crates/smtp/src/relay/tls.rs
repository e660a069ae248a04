use super::RelayFault;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::io;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// Whom we trust, and who the server has to be.
pub(super) struct Tls {
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl Tls {
    /// Trusts the usual authorities, and those in a file.
    pub(super) fn new(host: &str, extra_root_certificate: Option<&Path>) -> Result<Self, RelayFault> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(path) = extra_root_certificate {
            let pem = std::fs::read(path).map_err(|fault| RelayFault::CertificateUnread(path.to_owned(), fault))?;
            let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
            let found = found.ok().filter(|found| !found.is_empty());
            for certificate in found.ok_or_else(|| RelayFault::NoCertificate(path.to_owned()))? {
                roots.add(certificate).map_err(|_| RelayFault::Tls)?;
            }
        }
        let ring = Arc::new(rustls::crypto::ring::default_provider());
        let versions = ClientConfig::builder_with_provider(ring).with_safe_default_protocol_versions();
        let config = versions.map_err(|_| RelayFault::Tls)?.with_root_certificates(roots).with_no_client_auth();
        let name = ServerName::try_from(host.to_owned()).map_err(|_| RelayFault::Tls)?;
        Ok(Self { connector: TlsConnector::from(Arc::new(config)), name })
    }

    pub(super) async fn handshake(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        self.connector.connect(self.name.clone(), stream).await
    }
}
