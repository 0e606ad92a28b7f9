//! A file in pieces that are each encrypted and bound to their place: AES-256-GCM in the STREAM construction.
//!
//! The nonce of a piece is its number in eleven bytes and a last byte that is 1 for the last piece alone. So no piece can be left out,
//! put elsewhere or come after the end, and a piece can be read without those before it. A key is used for one file, so no nonce is
//! used twice with it.

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
        let mut out = Vec::new();
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
        let mut piece = std::mem::take(&mut self.pending);
        let plain = self
            .key
            .open_in_place(nonce(self.piece, is_last), Aad::from(HEADER), &mut piece)
            .map_err(|_| Broken)?;
        if is_last && plain.len() as u64 != self.last_bytes {
            return Err(Broken);
        }
        self.piece += 1;
        let plain = plain.get(self.skip.min(plain.len())..).unwrap_or_default();
        self.skip = 0;
        let wanted = usize::try_from(self.take).unwrap_or(usize::MAX).min(plain.len());
        let plain = plain.get(..wanted).unwrap_or_default();
        self.take -= plain.len() as u64;
        out.extend_from_slice(plain);
        Ok(())
    }
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
