//! The content of a report as it was issued: it is attached to the PDF, and its digest is the one that was approved.

use std::io::Read as _;

use assize_domain::kernel::entry::hex;
use assize_domain::kernel::text::Sha256 as Digest256;
use assize_domain::report_content::ReportContent;
use flate2::read::ZlibDecoder;
use sha2::{Digest as _, Sha256};

/// The largest content that is read.
const CONTENT_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// The content with this digest among the files attached to a PDF of ours; nothing where there is none.
pub(super) fn content_in(pdf: &[u8], digest: &Digest256) -> Option<ReportContent> {
    let attached = places(pdf, b"/EmbeddedFile").filter_map(|at| attached_at(pdf.get(at..)?));
    let approved = |bytes: &Vec<u8>| hex(&Sha256::digest(bytes)) == digest.as_str();
    attached.filter(approved).find_map(|bytes| serde_json::from_slice(&bytes).ok())
}

/// The bytes of the stream whose dictionary goes on here. A stream of ours is packed, and says itself where it ends.
fn attached_at(rest: &[u8]) -> Option<Vec<u8>> {
    let begins = places(rest, b"stream").next()? + b"stream".len();
    let packed = rest.get(begins..)?;
    let packed = packed.strip_prefix(b"\r\n").or_else(|| packed.strip_prefix(b"\n"))?;
    let mut bytes = Vec::new();
    ZlibDecoder::new(packed).take(CONTENT_BYTES_MAX).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Where a mark stands.
fn places<'b>(bytes: &'b [u8], mark: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    bytes.windows(mark.len()).enumerate().filter(move |(_, window)| *window == mark).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn pdf(content: &[u8]) -> Vec<u8> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
        packed.write_all(content).unwrap();
        let dictionary: &[u8] =
            b"%PDF-1.7\n7 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode >>\nstream\n";
        [dictionary, &packed.finish().unwrap(), b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn what_is_attached_is_read_if_its_digest_is_the_one_that_was_approved() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../report/tests/fixtures/surveillance.json");
        let content: ReportContent = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        let digest: Digest256 = content.digest().parse().unwrap();
        let read = content_in(&pdf(&content.canonical_bytes()), &digest).unwrap();
        assert_eq!(read.canonical_bytes(), content.canonical_bytes());
        assert!(content_in(&pdf(b"{}"), &digest).is_none());
        for other in [&b"%PDF-"[..], b"/EmbeddedFile", b"/EmbeddedFile stream", b"/EmbeddedFile stream\nx"] {
            assert!(content_in(other, &digest).is_none());
        }
    }
}
