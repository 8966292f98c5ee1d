//! One browser's line to the program: a connection that is kept, one request at a time, the whole answer read before the next.
use anyhow::Context as _;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

/// An answer is no longer.
const ANSWER_AT_MOST: usize = 1 << 20;

pub struct Line {
    stream: TcpStream,
    /// What came and was not read yet.
    come: Vec<u8>,
}

impl Line {
    /// A line from an address of its own.
    ///
    /// # Errors
    /// When nobody answers there.
    pub async fn to(there: SocketAddr, from: Ipv4Addr) -> anyhow::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddrV4::new(from, 0).into())?;
        let stream = socket.connect(there).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, come: vec![] })
    }

    /// Sends a request and reads its whole answer; gives the status.
    ///
    /// # Errors
    /// When the line breaks or the answer is not understood.
    pub async fn ask(&mut self, request: &str) -> anyhow::Result<u16> {
        self.stream.write_all(request.as_bytes()).await?;
        let head = self.until(b"\r\n\r\n").await?.to_ascii_lowercase();
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).context("an answer without a status")?;
        let said = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        if said("transfer-encoding:") == Some("chunked") {
            loop {
                let size = usize::from_str_radix(self.until(b"\r\n").await?.trim(), 16)?;
                self.take(size + 2).await?;
                if size == 0 {
                    return Ok(status);
                }
            }
        }
        let length = said("content-length:").context("an answer of unknown length")?.parse()?;
        self.take(length).await?;
        Ok(status)
    }

    /// What comes up to this mark, and the mark.
    async fn until(&mut self, mark: &[u8]) -> anyhow::Result<String> {
        loop {
            if let Some(at) = self.come.windows(mark.len()).position(|bytes| bytes == mark) {
                let read: Vec<u8> = self.come.drain(..at + mark.len()).collect();
                return Ok(String::from_utf8(read)?);
            }
            self.more().await?;
        }
    }

    async fn take(&mut self, bytes: usize) -> anyhow::Result<()> {
        while self.come.len() < bytes {
            self.more().await?;
        }
        self.come.drain(..bytes);
        Ok(())
    }

    async fn more(&mut self) -> anyhow::Result<()> {
        let read = self.stream.read_buf(&mut self.come).await?;
        anyhow::ensure!(read > 0, "the program closed the line");
        anyhow::ensure!(self.come.len() <= ANSWER_AT_MOST, "an answer is too long");
        Ok(())
    }
}
