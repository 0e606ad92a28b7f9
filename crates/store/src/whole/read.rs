//! An export as it is read: a folder or a zip file, line by line, nothing of it trusted.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};

use assize_domain::Key;
use assize_domain::kernel::entry::Entry;
use assize_domain::kernel::record::Versioned;
use serde_json::{Value, json};

use super::{Bound, Counting, IMPORT_PROBLEMS_MAX, ImportProblem, LINE_BYTES_MAX};
use crate::error::StoreError;

/// How deep the folders of an export are.
const DEPTH_MAX: usize = 4;

/// A record as a line.
pub(super) fn record_line(key: Key, found: &Versioned) -> Value {
    json!({ "id": key.id.hyphenated().to_string(), "version": found.version, "record": found.record.to_json() })
}

/// The problems of an export, as many as are named.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<ImportProblem>);

impl Problems {
    pub(super) fn add(&mut self, file: &str, line: impl Into<Option<u64>>, what: impl Into<String>) {
        if self.0.len() < IMPORT_PROBLEMS_MAX {
            self.0.push(ImportProblem { file: file.to_owned(), line: line.into(), what: what.into() });
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.0.len() >= IMPORT_PROBLEMS_MAX
    }

    pub(super) fn found(self) -> Result<(), StoreError> {
        if self.0.is_empty() { Ok(()) } else { Err(StoreError::Import(self.0)) }
    }
}

/// One problem, as an error.
pub(super) fn unfit(file: &str, line: impl Into<Option<u64>>, what: impl Into<String>) -> StoreError {
    let mut problems = Problems::default();
    problems.add(file, line, what);
    StoreError::Import(problems.0)
}

/// Where an export is.
pub(super) enum Source {
    Folder(PathBuf),
    Zip(Box<zip::ZipArchive<BufReader<File>>>),
}

const READING: &str = "reading the export";

impl Source {
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        if path.is_dir() {
            return Ok(Self::Folder(path.to_owned()));
        }
        let file = File::open(path).map_err(StoreError::file(READING))?;
        let zip = zip::ZipArchive::new(BufReader::new(file)).map_err(|error| {
            unfit(
                &path.display().to_string(),
                None,
                format!("it is neither a folder nor a zip file: {error}"),
            )
        })?;
        Ok(Self::Zip(Box::new(zip)))
    }

    /// The names of its files, in their order, with their lengths. What is no plain file is a problem.
    pub(super) fn names(&mut self, problems: &mut Problems) -> Result<BTreeMap<String, u64>, StoreError> {
        let mut found = BTreeMap::new();
        match self {
            Self::Folder(folder) => walk(folder, "", 0, &mut found, problems)?,
            Self::Zip(zip) => {
                for index in 0..zip.len() {
                    let file = zip.by_index(index).map_err(zipped)?;
                    if file.is_dir() {
                        continue;
                    }
                    let name = String::from_utf8_lossy(file.name_raw()).into_owned();
                    if !file.is_file() {
                        problems.add(&name, None, "it is no plain file: links are not followed");
                    } else if found.insert(name.clone(), file.size()).is_some() {
                        problems.add(&name, None, "it is in the file twice");
                    }
                }
            }
        }
        Ok(found)
    }

    /// Opens one of its files; nothing where it is not there.
    pub(super) fn file(&mut self, name: &str) -> Result<Option<Box<dyn Read + Send + '_>>, StoreError> {
        match self {
            Self::Folder(folder) => {
                let path = folder.join(name);
                match fs::symlink_metadata(&path) {
                    Ok(seen) if seen.is_file() => {}
                    Ok(_) => return Err(unfit(name, None, "it is no plain file: links are not followed")),
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
                    Err(error) => return Err(StoreError::file(READING)(error)),
                }
                Ok(Some(Box::new(File::open(path).map_err(StoreError::file(READING))?)))
            }
            Self::Zip(zip) => match zip.index_for_name(name) {
                None => Ok(None),
                Some(index) => Ok(Some(Box::new(zip.by_index(index).map_err(zipped)?))),
            },
        }
    }

    /// Reads one of its files whole, which must be no longer than that.
    pub(super) fn whole(&mut self, name: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(file) = self.file(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(bytes_max as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| unreadable(name, None, &error))?;
        if bytes.len() > bytes_max {
            return Err(unfit(name, None, format!("it is longer than {bytes_max} bytes")));
        }
        Ok(Some(bytes))
    }

    /// The lines of one of its files; nothing where it is not there.
    pub(super) fn lines(&mut self, name: &str) -> Result<Option<Lines<'_>>, StoreError> {
        let Some(file) = self.file(name)? else { return Ok(None) };
        Ok(Some(Lines {
            reader: BufReader::with_capacity(256 * 1024, file),
            name: name.to_owned(),
            counting: Counting::default(),
        }))
    }
}

fn zipped(error: zip::result::ZipError) -> StoreError {
    StoreError::File { doing: READING, source: std::io::Error::other(error) }
}

fn unreadable(name: &str, line: Option<u64>, error: &std::io::Error) -> StoreError {
    unfit(name, line, format!("it cannot be read: {error}"))
}

fn walk(
    folder: &Path,
    prefix: &str,
    depth: usize,
    found: &mut BTreeMap<String, u64>,
    problems: &mut Problems,
) -> Result<(), StoreError> {
    for entry in fs::read_dir(folder).map_err(StoreError::file(READING))? {
        let entry = entry.map_err(StoreError::file(READING))?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let seen = fs::symlink_metadata(entry.path()).map_err(StoreError::file(READING))?;
        if seen.is_dir() && depth < DEPTH_MAX {
            walk(&entry.path(), &format!("{name}/"), depth + 1, found, problems)?;
        } else if seen.is_file() {
            found.insert(name, seen.len());
        } else {
            problems.add(&name, None, "it is no plain file: links are not followed");
        }
    }
    Ok(())
}

/// Lines of JSON, each within its bound, with the digest of what was read.
pub(super) struct Lines<'s> {
    reader: BufReader<Box<dyn Read + Send + 's>>,
    name: String,
    counting: Counting,
}

impl Lines<'_> {
    /// The next line; nothing at the end.
    pub(super) fn next_line(&mut self) -> Result<Option<Value>, StoreError> {
        let mut line = Vec::new();
        let at = self.counting.lines + 1;
        (&mut self.reader)
            .take(LINE_BYTES_MAX as u64 + 1)
            .read_until(b'\n', &mut line)
            .map_err(|error| unreadable(&self.name, Some(at), &error))?;
        if line.is_empty() {
            return Ok(None);
        }
        self.counting.add(&line);
        self.counting.lines = at;
        if line.len() > LINE_BYTES_MAX {
            return Err(unfit(&self.name, at, format!("the line is longer than {LINE_BYTES_MAX} bytes")));
        }
        if line.last() != Some(&b'\n') {
            return Err(unfit(&self.name, at, "the line is cut off: it does not end in a line feed"));
        }
        serde_json::from_slice(&line)
            .map(Some)
            .map_err(|error| unfit(&self.name, at, format!("the line is no JSON: {error}")))
    }

    /// The number of the line that was read last.
    pub(super) const fn at(&self) -> u64 {
        self.counting.lines
    }

    /// What was read.
    pub(super) fn end(self) -> Bound {
        self.counting.end(&self.name)
    }
}

/// An entry, with its leaf as the line has it; or what is wrong with it.
pub(super) fn entry_of(value: &Value) -> Result<(Entry, String), String> {
    let text = |name: &str| {
        value.get(name).and_then(Value::as_str).ok_or_else(|| format!("the entry has no `{name}`"))
    };
    let number = |name: &str| {
        value.get(name).and_then(Value::as_i64).ok_or_else(|| format!("the entry has no `{name}`"))
    };
    let fields = value.get("fields").cloned().ok_or_else(|| "the entry has no `fields`".to_owned())?;
    let entry = Entry {
        seq: number("seq")?,
        at: text("time")?.parse().map_err(|_| "its `time` is none".to_owned())?,
        kind: text("kind")?.to_owned(),
        v: u16::try_from(number("v")?).map_err(|_| "its `v` is no version".to_owned())?,
        fields: Entry::fields_from_json(fields).map_err(|corrupt| corrupt.to_string())?,
    };
    Ok((entry, text("leaf")?.to_owned()))
}
