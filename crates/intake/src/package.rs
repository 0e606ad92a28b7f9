//! ZIP archives of Office files, unpacked once within bounds before anything else reads them.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::decode::decode;
use crate::unreadable::one_line;
use crate::{Limits, Unreadable};

/// Bytes read at a time while counting what an entry unpacks to.
const COUNTING_BYTES: usize = 16 * 1024;

/// An Office file whose every entry was unpacked once and kept to the limits.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of its parts, sorted.
    names: Vec<String>,
    part_bytes_max: u64,
}

impl<'a> Package<'a> {
    /// Opens the archive and unpacks every entry to count it; what the archive declares of sizes is never trusted.
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Unreadable> {
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(Unreadable::OldFormat);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let entries = archive.len();
        if entries > limits.zip_entries_max {
            return Err(Unreadable::TooManyEntries { entries, entries_max: limits.zip_entries_max });
        }
        let mut names = Vec::with_capacity(entries);
        let mut total_bytes = 0;
        for index in 0..entries {
            names.push(checked_name(&mut archive, index)?);
            total_bytes = count_entry(&mut archive, index, total_bytes, limits)?;
        }
        names.sort();
        Ok(Self { archive, names, part_bytes_max: limits.zip_total_bytes_max })
    }

    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The text of a part, or `None` where there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(damaged)?;
        let mut bytes = Vec::new();
        entry
            .take(self.part_bytes_max)
            .read_to_end(&mut bytes)
            .map_err(|error| Unreadable::damaged(format!("part `{}`", one_line(name)), error))?;
        Ok(Some(decode(&bytes).text))
    }
}

/// The name of an entry, refused where it is encrypted or its name would lead out of a folder.
fn checked_name(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> Result<String, Unreadable> {
    let entry = archive.by_index_raw(index).map_err(damaged)?;
    if entry.encrypted() {
        return Err(Unreadable::Protected);
    }
    let name = entry.name().map_err(damaged)?.into_owned();
    let leads_out =
        name.starts_with('/') || name.contains(['\\', ':', '\0']) || name.split('/').any(|step| step == "..");
    if leads_out {
        return Err(Unreadable::HostileName { entry: one_line(&name) });
    }
    Ok(name)
}

/// Unpacks one entry into nothing and gives the new total.
fn count_entry(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    total_before_bytes: u64,
    limits: &Limits,
) -> Result<u64, Unreadable> {
    let mut entry = archive.by_index(index).map_err(damaged)?;
    let name = one_line(&entry.name().map_err(damaged)?);
    let ratio_bytes_max = entry.compressed_size().saturating_mul(limits.zip_ratio_max);
    let entry_bytes_max = ratio_bytes_max.max(limits.zip_ratio_free_bytes);
    let mut entry_bytes: u64 = 0;
    let mut buffer = [0; COUNTING_BYTES];
    loop {
        let read =
            entry.read(&mut buffer).map_err(|error| Unreadable::damaged(format!("part `{name}`"), error))?;
        if read == 0 {
            return Ok(total_before_bytes + entry_bytes);
        }
        entry_bytes += read as u64;
        let bytes_max = if entry_bytes > entry_bytes_max {
            entry_bytes_max
        } else if total_before_bytes + entry_bytes > limits.zip_total_bytes_max {
            limits.zip_total_bytes_max
        } else {
            continue;
        };
        return Err(Unreadable::Bomb { entry: name, bytes_max });
    }
}

fn damaged(error: zip::result::ZipError) -> Unreadable {
    Unreadable::damaged("the file", error)
}
