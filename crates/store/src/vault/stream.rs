//! A file in pieces that are each encrypted and bound to their place: AES-256-GCM in the STREAM construction.
//!
//! The nonce of a piece is its number in eleven bytes and a last byte that is 1 for the last piece alone. So no piece can be left out,
//! put elsewhere or come after the end, and a piece can be read without those before it. A key is used for one file, so no nonce is
//! used twice with it.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use bytes::Bytes;

use super::{DATA_KEY_BYTES, DataKey};

/// What an encrypted file begins with. It is authenticated with every piece.
pub(super) const HEADER: &[u8] = b"assize-sealed/1\n";
/// The length of a piece before it is encrypted, in bytes; the last one may be shorter.
pub(super) const PIECE_BYTES: usize = 64 * 1024;
/// By how much a piece is longer when it is encrypted, in bytes: the tag.
const TAG_BYTES: usize = 16;

/// A piece that does not come out: the key is another, or the bytes were changed, moved, cut off or added to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the encrypted file was changed, or its key is another")]
pub(crate) struct Broken;

/// The length of a file when it is encrypted.
pub(super) const fn sealed_bytes(bytes: u64) -> u64 {
    HEADER.len() as u64 + bytes + (last_piece(bytes) + 1) * TAG_BYTES as u64
}

/// The number of the last piece of a file, from 0. An empty file has one piece, which is empty.
const fn last_piece(bytes: u64) -> u64 {
    if bytes == 0 { 0 } else { (bytes - 1) / PIECE_BYTES as u64 }
}

/// How many bytes pieces of this length hold; nothing where no file has pieces of this length.
fn opened_bytes(pieces: u64) -> Option<u64> {
    let bytes = pieces.checked_sub(pieces.div_ceil((PIECE_BYTES + TAG_BYTES) as u64) * TAG_BYTES as u64)?;
    (sealed_bytes(bytes) == HEADER.len() as u64 + pieces).then_some(bytes)
}

fn cipher(key: &DataKey) -> Result<LessSafeKey, Broken> {
    const { assert!(DATA_KEY_BYTES == 32) };
    UnboundKey::new(&AES_256_GCM, key.as_slice()).map(LessSafeKey::new).map_err(|_| Broken)
}

fn nonce(piece: u64, is_last: bool) -> Nonce {
    let mut nonce = [0; NONCE_LEN];
    // Eleven bytes of the number, of which the first three are never used, and the mark of the end.
    for (byte, from) in nonce.iter_mut().skip(3).zip(piece.to_be_bytes()) {
        *byte = from;
    }
    if let Some(last) = nonce.last_mut() {
        *last = u8::from(is_last);
    }
    Nonce::assume_unique_for_key(nonce)
}

/// Encrypts a file as it comes.
pub(super) struct Sealer {
    key: LessSafeKey,
    piece: u64,
    pending: Vec<u8>,
}

impl Sealer {
    pub(super) fn new(key: &DataKey) -> Result<Self, Broken> {
        Ok(Self { key: cipher(key)?, piece: 0, pending: Vec::with_capacity(PIECE_BYTES + TAG_BYTES) })
    }

    /// Takes bytes in; what is full and not the end comes out.
    pub(super) fn push(&mut self, mut bytes: &[u8]) -> Result<Vec<Bytes>, Broken> {
        let mut out = Vec::new();
        while !bytes.is_empty() {
            if self.pending.len() == PIECE_BYTES {
                out.push(self.piece(false)?);
            }
            let (now, later) = bytes.split_at(bytes.len().min(PIECE_BYTES - self.pending.len()));
            self.pending.extend_from_slice(now);
            bytes = later;
        }
        Ok(out)
    }

    /// The last piece.
    pub(super) fn end(mut self) -> Result<Bytes, Broken> {
        self.piece(true)
    }

    fn piece(&mut self, is_last: bool) -> Result<Bytes, Broken> {
        let mut piece = std::mem::replace(&mut self.pending, Vec::with_capacity(PIECE_BYTES + TAG_BYTES));
        self.key
            .seal_in_place_append_tag(nonce(self.piece, is_last), Aad::from(HEADER), &mut piece)
            .map_err(|_| Broken)?;
        self.piece += 1;
        Ok(Bytes::from(piece))
    }
}

/// Which bytes of the encrypted file hold which of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Where to read in the encrypted file.
    pub(super) sealed: Range<u64>,
    /// The first piece there.
    first: u64,
    /// The last piece there.
    until: u64,
    /// How many bytes of it come before what was asked for.
    skip: usize,
    /// How many bytes were asked for.
    take: u64,
}

impl Part {
    /// Where bytes of a file stand; what is beyond its end is not asked for.
    pub(super) fn of(bytes: u64, range: &Range<u64>) -> Self {
        let whole = PIECE_BYTES as u64;
        let end = range.end.min(bytes);
        let start = range.start.min(end);
        let first = (start / whole).min(last_piece(bytes));
        let until = last_piece(end).max(first);
        let at = |piece: u64| HEADER.len() as u64 + piece * (whole + TAG_BYTES as u64);
        Self {
            sealed: at(first)..at(until + 1).min(sealed_bytes(bytes)),
            first,
            until,
            skip: usize::try_from(start - first * whole).unwrap_or_default(),
            take: end - start,
        }
    }
}

/// Decrypts a file, or a part of it, as it comes.
pub(super) struct Opener {
    key: LessSafeKey,
    piece: u64,
    /// The last piece of what is read.
    until: u64,
    /// The last piece of the file, and its length.
    last: u64,
    last_bytes: u64,
    /// How much of the header is still to come; none where it is not read.
    header: &'static [u8],
    pending: Vec<u8>,
    skip: usize,
    take: u64,
}

impl Opener {
    /// Of a whole encrypted file, with its header, that holds so many bytes.
    pub(super) fn whole(key: &DataKey, bytes: u64) -> Result<Self, Broken> {
        Ok(Self { header: HEADER, ..Self::part(key, bytes, &Part::of(bytes, &(0..bytes)))? })
    }

    /// Of a part of an encrypted file that holds so many bytes.
    pub(super) fn part(key: &DataKey, bytes: u64, part: &Part) -> Result<Self, Broken> {
        let last = last_piece(bytes);
        Ok(Self {
            key: cipher(key)?,
            piece: part.first,
            until: part.until,
            last,
            last_bytes: bytes - last * PIECE_BYTES as u64,
            header: &[],
            pending: Vec::new(),
            skip: part.skip,
            take: part.take,
        })
    }

    /// Takes encrypted bytes in; what can be read comes out. Nothing comes out that was not seen to be whole.
    pub(super) fn push(&mut self, mut bytes: &[u8]) -> Result<Bytes, Broken> {
        if !self.header.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(self.header.len()));
            self.header = self.header.strip_prefix(now).ok_or(Broken)?;
            bytes = later;
        }
        let mut out = Vec::with_capacity(self.pending.len() + bytes.len());
        while !bytes.is_empty() {
            let whole = PIECE_BYTES + TAG_BYTES;
            let (now, later) = bytes.split_at(bytes.len().min(whole - self.pending.len()));
            self.pending.extend_from_slice(now);
            bytes = later;
            // The last piece is read at the end, since nothing says before that it is whole.
            if self.pending.len() == whole && self.piece < self.last {
                self.open(false, &mut out)?;
            } else if self.pending.len() == whole && !bytes.is_empty() {
                return Err(Broken);
            }
        }
        Ok(Bytes::from(out))
    }

    /// The end of what was asked for: the last piece, where that was among it.
    pub(super) fn end(mut self) -> Result<Bytes, Broken> {
        let mut out = Vec::new();
        if self.header.is_empty() && self.piece == self.last && self.until == self.last {
            self.open(true, &mut out)?;
        }
        if self.piece <= self.until || !self.pending.is_empty() || self.take > 0 {
            return Err(Broken);
        }
        Ok(Bytes::from(out))
    }

    fn open(&mut self, is_last: bool, out: &mut Vec<u8>) -> Result<(), Broken> {
        let before = out.len();
        out.append(&mut self.pending);
        let plain = open_piece(&self.key, self.piece, is_last, out.get_mut(before..).unwrap_or_default())?;
        if is_last && plain as u64 != self.last_bytes {
            return Err(Broken);
        }
        self.piece += 1;
        let skip = self.skip.min(plain);
        self.skip = 0;
        let wanted = usize::try_from(self.take).unwrap_or(usize::MAX).min(plain - skip);
        self.take -= wanted as u64;
        out.truncate(before + skip + wanted);
        out.drain(before..before + skip);
        Ok(())
    }
}

/// Decrypts a piece where it stands: how long it is then, from its beginning.
fn open_piece(key: &LessSafeKey, piece: u64, is_last: bool, bytes: &mut [u8]) -> Result<usize, Broken> {
    let plain = key.open_in_place(nonce(piece, is_last), Aad::from(HEADER), bytes).map_err(|_| Broken)?;
    Ok(plain.len())
}

/// Encrypts what is written to it. Without [`SealWriter::finish`] the file is not whole, and does not open.
pub(crate) struct SealWriter<W> {
    sealer: Sealer,
    out: W,
}

impl<W: Write> SealWriter<W> {
    /// Begins a file, with a key that is for it alone.
    pub(crate) fn begin(key: &DataKey, mut out: W) -> io::Result<Self> {
        out.write_all(HEADER)?;
        Ok(Self { sealer: Sealer::new(key).map_err(io::Error::other)?, out })
    }

    /// Ends it.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        self.out.write_all(&self.sealer.end().map_err(io::Error::other)?)?;
        Ok(self.out)
    }
}

impl<W: Write> Write for SealWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in self.sealer.push(bytes).map_err(io::Error::other)? {
            self.out.write_all(&piece)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Decrypts a file from wherever it is read. Nothing is read that was not seen to be whole.
pub(crate) struct SealReader<R> {
    key: LessSafeKey,
    file: R,
    /// Where the first piece begins in the file.
    start: u64,
    /// Where the file stands.
    stands: u64,
    /// How many bytes there are, decrypted.
    bytes: u64,
    /// Where the next of them is read.
    at: u64,
    /// The piece that is held, and its bytes.
    held: Option<u64>,
    piece: Vec<u8>,
}

impl<R: Read + Seek> SealReader<R> {
    /// Opens the encrypted file that begins where `file` stands and ends where it ends.
    ///
    /// # Errors
    /// [`Broken`], as the source of an error of invalid data, where it does not begin or end as one that this key has encrypted.
    pub(crate) fn open(key: &DataKey, mut file: R) -> io::Result<Self> {
        let mut header = [0; HEADER.len()];
        file.read_exact(&mut header)?;
        let start = file.stream_position()?;
        let stands = file.seek(SeekFrom::End(0))?;
        let bytes = opened_bytes(stands - start).filter(|_| header == HEADER).ok_or_else(|| bad(Broken))?;
        let key = cipher(key).map_err(bad)?;
        let mut opened = Self { key, file, start, stands, bytes, at: 0, held: None, piece: Vec::new() };
        // Whether it was cut off, the last piece says.
        opened.hold(last_piece(bytes))?;
        Ok(opened)
    }

    /// Reads a piece.
    fn hold(&mut self, piece: u64) -> io::Result<()> {
        self.held = None;
        let last = last_piece(self.bytes);
        let length = if piece == last { self.bytes - last * PIECE_BYTES as u64 } else { PIECE_BYTES as u64 };
        let from = self.start + piece * (PIECE_BYTES + TAG_BYTES) as u64;
        if self.stands != from {
            self.file.seek(SeekFrom::Start(from))?;
        }
        self.piece.resize(usize::try_from(length).map_err(io::Error::other)? + TAG_BYTES, 0);
        // Where this fails, it stands nowhere that is known.
        self.stands = u64::MAX;
        self.file.read_exact(&mut self.piece)?;
        self.stands = from + self.piece.len() as u64;
        let plain = open_piece(&self.key, piece, piece == last, &mut self.piece).map_err(bad)?;
        self.piece.truncate(plain);
        self.held = Some(piece);
        Ok(())
    }
}

impl<R: Read + Seek> Read for SealReader<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.bytes || bytes.is_empty() {
            return Ok(0);
        }
        let piece = self.at / PIECE_BYTES as u64;
        if self.held != Some(piece) {
            self.hold(piece)?;
        }
        let from = usize::try_from(self.at % PIECE_BYTES as u64).map_err(io::Error::other)?;
        let read = self.piece.get(from..).unwrap_or_default().read(bytes)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl<R: Read + Seek> Seek for SealReader<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.bytes.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

fn bad(broken: Broken) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, broken)
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;

    fn key(byte: u8) -> DataKey {
        Zeroizing::new([byte; DATA_KEY_BYTES])
    }

    fn sealed(key: &DataKey, bytes: &[u8], step: usize) -> Vec<u8> {
        let mut sealer = Sealer::new(key).unwrap();
        let mut out = HEADER.to_vec();
        for part in bytes.chunks(step.max(1)) {
            sealer.push(part).unwrap().iter().for_each(|piece| out.extend_from_slice(piece));
        }
        out.extend_from_slice(&sealer.end().unwrap());
        out
    }

    fn opened(key: &DataKey, bytes: u64, sealed: &[u8], step: usize) -> Result<Vec<u8>, Broken> {
        let mut opener = Opener::whole(key, bytes)?;
        let mut out = Vec::new();
        for part in sealed.chunks(step) {
            out.extend_from_slice(&opener.push(part)?);
        }
        out.extend_from_slice(&opener.end()?);
        Ok(out)
    }

    fn file(length: usize) -> Vec<u8> {
        (0..length).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect()
    }

    const LENGTHS: [usize; 8] =
        [0, 1, 100, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES, 3 * PIECE_BYTES + 7];

    #[test]
    fn what_is_encrypted_comes_out_however_it_is_cut_and_is_as_long_as_was_said() {
        for length in LENGTHS {
            let plain = file(length);
            let whole = sealed(&key(1), &plain, 1_000);
            assert_eq!(whole.len() as u64, sealed_bytes(length as u64), "{length}");
            assert_eq!(whole, sealed(&key(1), &plain, PIECE_BYTES * 3), "{length}");
            for step in [1_000, PIECE_BYTES, PIECE_BYTES + TAG_BYTES, whole.len()] {
                assert_eq!(
                    opened(&key(1), length as u64, &whole, step),
                    Ok(plain.clone()),
                    "{length} {step}"
                );
            }
            assert_eq!(opened(&key(2), length as u64, &whole, 5_000), Err(Broken), "{length}");
        }
    }

    #[test]
    fn whatever_is_changed_left_out_moved_or_added_is_found() {
        let piece = PIECE_BYTES + TAG_BYTES;
        for length in LENGTHS {
            let (plain, bytes) = (file(length), length as u64);
            let whole = sealed(&key(1), &plain, 1_000);
            for at in [0, HEADER.len(), whole.len() / 2, whole.len() - 1] {
                let mut changed = whole.clone();
                changed[at] ^= 1;
                assert_eq!(opened(&key(1), bytes, &changed, 9_000), Err(Broken), "{length}: byte {at}");
            }
            for cut in [0, 5, HEADER.len(), whole.len() - 1, whole.len().saturating_sub(piece)] {
                assert_eq!(opened(&key(1), bytes, &whole[..cut], 9_000), Err(Broken), "{length}: to {cut}");
            }
            let mut longer = whole.clone();
            longer.extend_from_slice(&whole[HEADER.len()..]);
            assert_eq!(opened(&key(1), bytes, &longer, 9_000), Err(Broken), "{length}: twice");
            for other in [bytes + 1, bytes.saturating_sub(1), bytes + PIECE_BYTES as u64] {
                if other != bytes {
                    assert_eq!(opened(&key(1), other, &whole, 9_000), Err(Broken), "{length} as {other}");
                }
            }
        }
        let whole = sealed(&key(1), &file(3 * PIECE_BYTES), 1_000);
        let mut moved = whole.clone();
        let (first, second) = moved[HEADER.len()..].split_at_mut(piece);
        first.swap_with_slice(&mut second[..piece]);
        assert_eq!(opened(&key(1), 3 * PIECE_BYTES as u64, &moved, 9_000), Err(Broken));
        // A file that ends with its second piece: the first two are true, and neither is the end.
        let cut = &whole[..HEADER.len() + 2 * piece];
        assert_eq!(opened(&key(1), 2 * PIECE_BYTES as u64, cut, 9_000), Err(Broken));
    }

    #[test]
    fn a_file_is_written_and_read_from_wherever_it_is_wanted() {
        let before = b"what stands before it";
        for length in LENGTHS {
            let plain = file(length);
            let mut out = SealWriter::begin(&key(1), before.to_vec()).unwrap();
            plain.chunks(70_001).for_each(|part| out.write_all(part).unwrap());
            let whole = out.finish().unwrap();
            assert_eq!(whole[before.len()..], sealed(&key(1), &plain, 1_000), "{length}");
            let open = |key: &DataKey, bytes: &[u8]| {
                let mut from = io::Cursor::new(bytes.to_vec());
                from.seek(SeekFrom::Start(before.len() as u64)).unwrap();
                SealReader::open(key, from)
            };
            let mut reader = open(&key(1), &whole).unwrap();
            let mut read = Vec::new();
            reader.read_to_end(&mut read).unwrap();
            assert_eq!(read, plain, "{length}");
            for at in [0, length / 3, length.saturating_sub(PIECE_BYTES + 1), length, length + 9] {
                let mut read = Vec::new();
                assert_eq!(reader.seek(SeekFrom::Start(at as u64)).unwrap(), at as u64);
                reader.read_to_end(&mut read).unwrap();
                assert_eq!(read, plain[at.min(length)..], "{length} from {at}");
            }
            assert_eq!(reader.seek(SeekFrom::End(-(length as i64))).unwrap(), 0);
            assert!(reader.seek(SeekFrom::Current(-1)).is_err());
            assert!(open(&key(2), &whole).is_err(), "{length}: another key");
            for cut in [1, TAG_BYTES, PIECE_BYTES, PIECE_BYTES + TAG_BYTES, whole.len() - before.len()] {
                let short = &whole[..whole.len().saturating_sub(cut).max(before.len())];
                assert!(open(&key(1), short).is_err(), "{length}: {cut} cut off");
            }
            let longer = [whole.as_slice(), &[0; TAG_BYTES]].concat();
            assert!(open(&key(1), &longer).is_err(), "{length}: longer");
            let mut changed = whole.clone();
            let at = before.len() + HEADER.len() + length / 2;
            changed[at] ^= 1;
            let read = open(&key(1), &changed).and_then(|mut reader| reader.read_to_end(&mut Vec::new()));
            assert!(read.is_err(), "{length}: byte {at}");
        }
    }

    #[test]
    fn a_part_is_read_without_the_rest() {
        let length = 3 * PIECE_BYTES + 7;
        let (plain, bytes) = (file(length), length as u64);
        let whole = sealed(&key(1), &plain, 1_000);
        let piece = PIECE_BYTES as u64;
        for range in [
            0..1,
            0..bytes,
            5..6,
            piece - 1..piece + 1,
            piece..piece * 2,
            piece * 3..bytes,
            bytes - 1..bytes,
            7..7,
        ] {
            let part = Part::of(bytes, &range);
            let read = &whole
                [usize::try_from(part.sealed.start).unwrap()..usize::try_from(part.sealed.end).unwrap()];
            assert!(read.len() as u64 <= range.end - range.start + 3 * (piece + 16), "{range:?}");
            let mut opener = Opener::part(&key(1), bytes, &part).unwrap();
            let mut out = opener.push(read).unwrap().to_vec();
            out.extend_from_slice(&opener.end().unwrap());
            let wanted = &plain[usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap()];
            assert_eq!(out, wanted, "{range:?}");
            let mut changed = read.to_vec();
            changed[0] ^= 1;
            let mut opener = Opener::part(&key(1), bytes, &part).unwrap();
            assert!(opener.push(&changed).and_then(|_| opener.end()).is_err(), "{range:?}");
        }
    }
}
