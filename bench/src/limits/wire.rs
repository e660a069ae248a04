//! The wire: what it takes to ask and be answered over TCP on this machine.

use crate::figures::{Figure, Times};
use anyhow::{Result, anyhow};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

const ROUND_TRIPS: usize = 20_000;
const BYTES: usize = 64;

/// One connection over which so many bytes go there and back again and again.
pub(super) fn ping_pong() -> Result<Vec<Figure>> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let stream = TcpStream::connect(listener.local_addr()?)?;
    let times: Times = thread::scope(|scope| {
        let other = scope.spawn(|| answer(&listener));
        let times = ask(stream);
        other.join().map_err(|_| anyhow!("the other end panicked"))??;
        times
    })?;
    Ok(times.figures("ping-pong"))
}

fn ask(mut stream: TcpStream) -> Result<Times> {
    stream.set_nodelay(true)?;
    let mut bytes = [0; BYTES];
    let mut round_trip = || -> Result<Duration> {
        let asked = Instant::now();
        stream.write_all(&bytes)?;
        stream.read_exact(&mut bytes)?;
        Ok(asked.elapsed())
    };
    (0..ROUND_TRIPS).map(|_| round_trip()).collect()
}

fn answer(listener: &TcpListener) -> Result<()> {
    let (mut stream, _) = listener.accept()?;
    stream.set_nodelay(true)?;
    let mut bytes = [0; BYTES];
    for _ in 0..ROUND_TRIPS {
        stream.read_exact(&mut bytes)?;
        stream.write_all(&bytes)?;
    }
    Ok(())
}
