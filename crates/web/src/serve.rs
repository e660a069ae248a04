use crate::{Site, router};
use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Answers requests until the site is told to stop; then it takes no new ones and finishes those
/// it has.
pub async fn serve(listener: TcpListener, site: Site) -> io::Result<()> {
    let stopping = site.stopping.clone();
    let service = router(site).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopping.cancelled_owned()).await
}
