//! Files that commands read and write: bounded, no link followed where the folder is somebody else's, nothing
//! overwritten, nothing half-written left behind.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

/// A file that is being made. Unless it is kept, it is removed again.
#[derive(Debug)]
pub(crate) struct NewFile {
    file: File,
    path: PathBuf,
    is_kept: bool,
}

impl NewFile {
    /// Makes a file, which must not be there yet.
    pub(crate) fn make(path: &Path) -> anyhow::Result<Self> {
        let file = File::options().read(true).write(true).create_new(true).open(path).with_context(|| {
            format!("{} cannot be written; a file that is there is never overwritten", path.display())
        })?;
        Ok(Self { file, path: path.to_owned(), is_kept: false })
    }

    /// Writes a file whole.
    pub(crate) fn whole(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        let new = Self::make(path)?;
        io::Write::write_all(&mut new.file(), bytes)
            .with_context(|| format!("{} cannot be written", path.display()))?;
        new.keep()
    }

    /// The file.
    pub(crate) const fn file(&self) -> &File {
        &self.file
    }

    /// Keeps it: what was written is on the disk when this returns.
    pub(crate) fn keep(mut self) -> anyhow::Result<()> {
        self.file.sync_all().with_context(|| format!("{} cannot be written", self.path.display()))?;
        self.is_kept = true;
        Ok(())
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.is_kept
            && let Err(error) = fs::remove_file(&self.path)
        {
            eprintln!("{} is not whole and could not be removed: {error}", self.path.display());
        }
    }
}

/// Reads a stream to its end, which must come within `bytes_max`.
pub(crate) fn read_bounded(from: impl io::Read, what: &str, bytes_max: u64) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(bytes_max + 1).read_to_end(&mut bytes).with_context(|| format!("{what} cannot be read"))?;
    if bytes.len() as u64 > bytes_max {
        bail!("{what} is longer than {bytes_max} bytes");
    }
    Ok(bytes)
}

/// Reads a file that the user named.
pub(crate) fn read(path: &Path, bytes_max: u64) -> anyhow::Result<Vec<u8>> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    read_bounded(file, &path.display().to_string(), bytes_max)
}

/// Reads a text that the user named.
pub(crate) fn read_text(path: &Path, bytes_max: u64) -> anyhow::Result<String> {
    String::from_utf8(read(path, bytes_max)?).with_context(|| format!("{} is not text", path.display()))
}

/// Reads a file out of a folder of somebody else's. It must be a plain file and stay the same one: no link is followed,
/// nor is what was put in its place meanwhile.
pub(crate) fn read_plain(path: &Path, bytes_max: u64) -> anyhow::Result<Vec<u8>> {
    let seen = fs::symlink_metadata(path).context("it cannot be looked at")?;
    if !seen.is_file() {
        bail!("it is no plain file; links are not followed");
    }
    let file = File::open(path).context("it cannot be opened")?;
    if !is_same(&seen, &file.metadata().context("it cannot be looked at")?) {
        bail!("another file was put in its place while it was opened");
    }
    read_bounded(file, "it", bytes_max)
}

#[cfg(unix)]
fn is_same(seen: &fs::Metadata, opened: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (seen.dev(), seen.ino()) == (opened.dev(), opened.ino())
}

#[cfg(not(unix))]
fn is_same(seen: &fs::Metadata, opened: &fs::Metadata) -> bool {
    opened.is_file() && seen.len() == opened.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_kept_is_gone_and_none_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.zip");
        drop(NewFile::make(&path).unwrap());
        assert!(!path.exists());
        NewFile::whole(&path, b"first").unwrap();
        assert!(NewFile::whole(&path, b"second").is_err());
        assert_eq!(fs::read(&path).unwrap(), b"first");
    }

    #[cfg(unix)]
    #[test]
    fn reading_is_bounded_and_follows_no_link() {
        let folder = tempfile::tempdir().unwrap();
        let (plain, link) = (folder.path().join("plain"), folder.path().join("link"));
        fs::write(&plain, b"12345").unwrap();
        std::os::unix::fs::symlink(&plain, &link).unwrap();
        assert_eq!(read_plain(&plain, 5).unwrap(), b"12345");
        assert!(read_plain(&plain, 4).unwrap_err().to_string().contains("longer than 4 bytes"));
        assert!(read_plain(&link, 5).unwrap_err().to_string().contains("links are not followed"));
        assert!(read_plain(folder.path(), 5).is_err());
        assert!(read(Path::new("/dev/zero"), 100).is_err());
    }
}
