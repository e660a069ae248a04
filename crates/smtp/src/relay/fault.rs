//! Settings that cannot work, in the words of an operator.

use std::io;
use std::path::PathBuf;

/// Why the settings of a relay cannot work.
#[derive(Debug, thiserror::Error)]
pub enum RelayFault {
    /// Mail would cross a network in the clear.
    #[error("without encryption mail goes to this machine only; set the security to tls or starttls")]
    Unencrypted,
    /// The file with the certificate cannot be read.
    #[error("the certificate {0} cannot be read")]
    CertificateUnread(PathBuf, #[source] io::Error),
    /// The file holds no certificate.
    #[error("{0} holds no certificate in PEM")]
    NoCertificate(PathBuf),
    /// The certificate cannot be trusted, or the name of the host is none.
    #[error("the certificate or the name of the mail server cannot be used for TLS")]
    Tls,
    /// The name we greet with cannot stand in a command.
    #[error("hello_name has to be a host name, such as snug.riverside.example")]
    HelloName,
}
