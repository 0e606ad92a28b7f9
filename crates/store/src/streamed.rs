//! What is written by a thread of its own, read as a stream of bytes.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures::StreamExt as _;
use futures::stream::BoxStream;

use crate::error::StoreError;

/// How large the chunks of a stream are, in bytes, and how many wait to be read.
const CHUNK_BYTES: usize = 128 * 1024;
const CHUNKS: usize = 8;
/// How long whoever reads a stream may pause, and how long all of it may take.
pub(crate) const PAUSE_MAX: Duration = Duration::from_secs(60);
const STREAM_TIME_MAX: Duration = Duration::from_secs(2 * 60 * 60);
/// How often it is looked whether a chunk was read.
const LOOK_PERIOD: Duration = Duration::from_millis(10);

/// What is written becomes chunks of a stream. Whoever reads too slowly is waited for no longer: the thread is another's.
#[derive(Debug)]
pub(crate) struct Chunks {
    sender: SyncSender<Bytes>,
    pause_max: Duration,
    until: Instant,
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut chunk = Bytes::copy_from_slice(bytes);
        let until = self.until.min(Instant::now() + self.pause_max);
        loop {
            chunk = match self.sender.try_send(chunk) {
                Ok(()) => return Ok(bytes.len()),
                Err(TrySendError::Disconnected(_)) => return Err(io::Error::from(io::ErrorKind::BrokenPipe)),
                Err(TrySendError::Full(_)) if Instant::now() >= until => {
                    return Err(io::Error::from(io::ErrorKind::TimedOut));
                }
                Err(TrySendError::Full(chunk)) => chunk,
            };
            std::thread::sleep(LOOK_PERIOD);
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A stream of what `write` writes, on a thread of its own since it waits for whoever reads. What goes wrong ends the stream with an error, so
/// that nobody takes a part of it for the whole; so does a reader who pauses for more than `pause_max`. `what` is what is written, for the log.
pub(crate) fn streamed(
    pause_max: Duration,
    what: &'static str,
    write: impl FnOnce(BufWriter<Chunks>) -> Result<(), StoreError> + Send + 'static,
) -> BoxStream<'static, io::Result<Bytes>> {
    let (sender, receiver) = sync_channel(CHUNKS);
    let is_whole = Arc::new(AtomicBool::new(false));
    let written = Arc::clone(&is_whole);
    tokio::task::spawn_blocking(move || {
        // The reader is told of the end when the last sender goes: not before it was said that all is there.
        let _open = sender.clone();
        let chunks = Chunks { sender, pause_max, until: Instant::now() + STREAM_TIME_MAX };
        match write(BufWriter::with_capacity(CHUNK_BYTES, chunks)) {
            Ok(()) => written.store(true, Ordering::SeqCst),
            Err(error) => tracing::error!(what, %error, "a stream could not be written"),
        }
    });
    futures::stream::unfold(Some((receiver, is_whole)), |reading| async move {
        let (receiver, is_whole) = reading?;
        let next = tokio::task::spawn_blocking(move || (receiver.recv().ok(), receiver)).await;
        match next {
            Ok((Some(chunk), receiver)) => Some((Ok(chunk), Some((receiver, is_whole)))),
            Ok((None, _)) if is_whole.load(Ordering::SeqCst) => None,
            _ => Some((Err(io::Error::other("it could not be written")), None)),
        }
    })
    .boxed()
}
