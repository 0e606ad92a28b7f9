//! Reading the zip that is inside a field file.

use std::io::{BufRead as _, BufReader, Read, Seek, SeekFrom};

use serde_json::Value;
use zip::CompressionMethod;

use super::FieldBad;
use crate::error::StoreError;

/// The longest line that is read, in bytes.
const LINE_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// The longest of the small files, in bytes.
const SMALL_BYTES_MAX: u64 = 1024 * 1024;
/// The longest journal of a field, in bytes.
const JOURNAL_BYTES_MAX: u64 = 1024 * 1024 * 1024;

/// The zip of a field file.
pub(super) struct Packed<R: Read + Seek>(zip::ZipArchive<R>);

impl<R: Read + Seek> Packed<R> {
    /// Opens it. What is inside is stored as it is, once and beside each other, so that nothing that is read of it is longer than the file itself.
    pub(super) fn open(mut file: R) -> Result<Self, StoreError> {
        let whole = file.seek(SeekFrom::End(0)).map_err(|_| FieldBad::Damaged)?;
        let zip = zip::ZipArchive::new(file).map_err(|_| FieldBad::Damaged)?;
        let mut bytes = 0_u64;
        for at in 0..zip.len() {
            let entry = zip.by_index_data(at).map_err(|_| FieldBad::Damaged)?;
            let is_plain = entry.compression() == CompressionMethod::Stored
                && entry.size() == entry.compressed_size()
                && !entry.encrypted();
            bytes = bytes.saturating_add(entry.size());
            if !is_plain || bytes > whole {
                return Err(FieldBad::Damaged.into());
            }
        }
        if zip.has_duplicate_names() { Err(FieldBad::Damaged.into()) } else { Ok(Self(zip)) }
    }

    /// The length of a file in bytes; nothing where there is no such file.
    pub(super) fn length(&self, name: &str) -> Option<u64> {
        let at = self.0.index_for_name(name)?;
        self.0.by_index_data(at).ok().map(|entry| entry.size())
    }

    fn bytes_to(&mut self, name: &str, most: u64) -> Result<Vec<u8>, StoreError> {
        let file = self.0.by_name(name).map_err(|_| FieldBad::Damaged)?;
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| FieldBad::Damaged)?;
        if bytes.len() as u64 > most {
            return Err(StoreError::Limit(format!("the field file has a {name} of more than {most} bytes")));
        }
        Ok(bytes)
    }

    /// One of the small files.
    pub(super) fn small(&mut self, name: &str) -> Result<Vec<u8>, StoreError> {
        self.bytes_to(name, SMALL_BYTES_MAX)
    }

    /// The journal.
    pub(super) fn journal(&mut self, name: &str) -> Result<Vec<u8>, StoreError> {
        self.bytes_to(name, JOURNAL_BYTES_MAX)
    }

    /// One of the small files, as JSON, of this form.
    pub(super) fn manifest(&mut self, name: &str, form: &str) -> Result<Value, StoreError> {
        let value: Value = serde_json::from_slice(&self.small(name)?).map_err(|_| FieldBad::Damaged)?;
        match value.get("form").and_then(Value::as_str) {
            Some(found) if found == form => Ok(value),
            _ => Err(FieldBad::Form.into()),
        }
    }

    /// Hands each line of a file to `each`.
    pub(super) fn lines(
        &mut self,
        name: &str,
        mut each: impl FnMut(Value, &[u8]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut reader = BufReader::new(self.0.by_name(name).map_err(|_| FieldBad::Damaged)?);
        loop {
            let mut line = Vec::new();
            (&mut reader).take(LINE_BYTES_MAX).read_until(b'\n', &mut line).map_err(|_| FieldBad::Damaged)?;
            if line.is_empty() {
                return Ok(());
            }
            each(serde_json::from_slice(&line).map_err(|_| FieldBad::Damaged)?, &line)?;
        }
    }

    /// The names of the files under a folder.
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let names = self.0.file_names().filter_map(Result::ok);
        names.filter_map(|name| name.strip_prefix(folder).map(str::to_owned)).collect()
    }

    /// One file, to be read.
    pub(super) fn file(&mut self, name: &str) -> Result<impl Read + use<'_, R>, StoreError> {
        self.0.by_name(name).map_err(|_| FieldBad::Damaged.into())
    }
}

/// A text of an object.
pub(super) fn text_in<'v>(value: &'v Value, name: &str) -> Result<&'v str, StoreError> {
    value.get(name).and_then(Value::as_str).ok_or_else(|| FieldBad::Damaged.into())
}

/// A value of an object, read from its text.
pub(super) fn parsed_in<T: std::str::FromStr>(value: &Value, name: &str) -> Result<T, StoreError> {
    text_in(value, name)?.parse().map_err(|_| FieldBad::Damaged.into())
}
