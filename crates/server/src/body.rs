//! Bodies: in, each with a limit in bytes and in time; out, as JSON.

use std::io;
use std::time::Duration;

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::say;
use axum::body::{Body, BodyDataStream};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt};
use serde_json::Value;

use crate::problem::{Fault, MALFORMED, MEDIA, SLOW, TOO_LARGE};

/// The longest JSON body, in bytes. An entry of the journal is no longer either.
pub(crate) const JSON_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// How long a body may pause.
const PAUSE_MAX: Duration = Duration::from_secs(30);

/// A JSON answer.
pub(crate) fn json(status: StatusCode, value: &Value) -> Response {
    let kind = HeaderValue::from_static("application/json");
    (status, [(header::CONTENT_TYPE, kind)], value.to_string()).into_response()
}

/// Reads a JSON body.
pub(crate) async fn read_json(headers: &HeaderMap, body: Body) -> Result<Value, Fault> {
    let media = media(headers);
    if media.as_deref() != Some("application/json") {
        return Err(Fault::new(&MEDIA, "send the body as `application/json`"));
    }
    let bytes = read(headers, body, JSON_BYTES_MAX).await?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let at = format!("line {} column {}", error.line(), error.column());
        let what = if error.is_eof() {
            say!("the body ends before its JSON does")
        } else {
            say!("the body is not JSON: {error}", error = error.to_string())
        };
        Fault::invalid(vec![Problem::new(
            at,
            what,
            "send one JSON value in UTF-8, nested no deeper than 120 levels",
        )])
    })
}

/// Reads a body whole, `bytes_max` at most.
pub(crate) async fn read(headers: &HeaderMap, body: Body, bytes_max: u64) -> Result<Bytes, Fault> {
    check_length(headers, bytes_max)?;
    let mut stream = std::pin::pin!(stream(body, bytes_max));
    let mut all = BytesMut::new();
    while let Some(chunk) = stream.next().await {
        all.extend_from_slice(&chunk.map_err(|error| not_received(&error, bytes_max))?);
    }
    Ok(all.freeze())
}

/// Refuses a body whose announced length is over the limit before any of it is read.
pub(crate) fn check_length(headers: &HeaderMap, bytes_max: u64) -> Result<(), Fault> {
    let length =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > bytes_max) { Err(too_large(bytes_max)) } else { Ok(()) }
}

/// A body as a stream that ends with an error where it is longer than `bytes_max`, or pauses too long.
pub(crate) fn stream(body: Body, bytes_max: u64) -> impl Stream<Item = io::Result<Bytes>> + Send {
    struct Reading {
        data: BodyDataStream,
        bytes: u64,
    }
    let reading = Reading { data: body.into_data_stream(), bytes: 0 };
    futures::stream::try_unfold(reading, move |mut reading| async move {
        let next = tokio::time::timeout(PAUSE_MAX, reading.data.next())
            .await
            .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?;
        let Some(chunk) = next else { return Ok(None) };
        let chunk = chunk.map_err(io::Error::other)?;
        reading.bytes += chunk.len() as u64;
        if reading.bytes > bytes_max {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(Some((chunk, reading)))
    })
}

/// Why a body was not received.
pub(crate) fn not_received(error: &io::Error, bytes_max: u64) -> Fault {
    match error.kind() {
        io::ErrorKind::FileTooLarge => too_large(bytes_max),
        io::ErrorKind::TimedOut => {
            Fault::new(&SLOW, say!("nothing arrived for {seconds} s", seconds = PAUSE_MAX.as_secs()))
        }
        _ => Fault::new(&MALFORMED, "the body ended before it was whole"),
    }
}

fn too_large(bytes_max: u64) -> Fault {
    Fault::new(&TOO_LARGE, say!("the body is longer than {bytes_max} bytes", bytes_max))
}

/// The media type of the body, without parameters, in lower case.
pub(crate) fn media(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
}
