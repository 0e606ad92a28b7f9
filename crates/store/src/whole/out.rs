//! The whole store out: into a folder, or into one file.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use assize_domain::Kind;
use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::entry::canonical;
use assize_tlog::{Hash, TileEdge};
use futures::StreamExt as _;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

use super::tables::{Kept, kept_tables, left_out};
use super::{
    Bound, Counting, FILES_STAY, JOURNAL, LOG, LOG_FILES, MANIFEST, ROWS, STORE_FORM, STORE_FORM_VERSION,
    blob_file, records_file, table_file,
};
use crate::db::{Arg, OwnConn, Sql, int, text};
use crate::error::StoreError;
use crate::journal::{Which, entries};
use crate::rows::load_page;
use crate::verify::blobs_of;
use crate::{DatabaseKind, Store};

/// Where an export goes.
#[derive(Debug)]
pub enum ExportTo {
    /// A folder, which is made, and must not be there yet.
    Folder(PathBuf),
    /// A folder, without the files: they stay where they are, for a store that goes to another database and keeps the place of its evidence.
    Beside(PathBuf),
    /// A zip file.
    Zip(File),
}

/// What an export holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoreExported {
    /// Entries of the journal.
    pub entries: i64,
    /// Records.
    pub records: u64,
    /// Rows of other tables: accounts, tokens, settings.
    pub rows: u64,
    /// Files of evidence, reports and letterheads.
    pub blobs: u64,
}

impl Store {
    /// Writes the whole store, consistent as of now, while others go on writing. Two exports of the same store are the same
    /// bytes, whatever database it stands on. Where it does not come to its end, no manifest is written, and the rest is no export.
    /// `step` is told of each file and how many lines it has so far.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Corrupt`] where the store is not what the law could have produced, or a file is not what its
    /// digest promises.
    pub async fn export_store(
        &self,
        to: ExportTo,
        mut step: impl FnMut(&str, u64),
    ) -> Result<StoreExported, StoreError> {
        // What was published is read first: the journal that is read after it has all that it covers.
        let published = self.published_files().await?;
        let mut conn = self.db.own_conn().await?;
        let begin = match self.db.kind() {
            DatabaseKind::Sqlite => "BEGIN",
            DatabaseKind::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        conn.run("beginning an export", begin, &[]).await?;
        let files_stay = matches!(to, ExportTo::Beside(_));
        let mut sink = Sink::new(to)?;
        let mut done = StoreExported::default();
        let root = self.journal_out(&mut conn, &mut sink, &mut done, &mut step).await?;
        let named = records_out(&mut conn, &mut sink, &mut done, &mut step).await?;
        let kept_as = self.tables_out(&mut conn, &mut sink, &named, &mut done, &mut step).await?;
        for (name, bytes) in &published {
            sink.whole(&format!("{LOG}{name}"), bytes)?;
        }
        for digest in kept_as.iter().filter(|_| !files_stay) {
            self.blob_out(&mut sink, digest).await?;
            done.blobs += 1;
            step("blobs", done.blobs);
        }
        conn.run("ending an export", "ROLLBACK", &[]).await?;
        let files: Vec<Value> = sink
            .bound
            .iter()
            .map(|file| json!({ "name": file.name, "lines": file.lines, "bytes": file.bytes, "sha256": file.sha256 }))
            .collect();
        let mut manifest = json!({ "form": STORE_FORM, "version": STORE_FORM_VERSION, "entries": done.entries, "root": root.to_string(),
            "records": done.records, "rows": done.rows, "blobs": done.blobs, "files": files, "left_out": left_out() });
        if files_stay && let Some(manifest) = manifest.as_object_mut() {
            manifest.insert(FILES_STAY.to_owned(), true.into());
        }
        let mut manifest = canonical(&manifest);
        manifest.push('\n');
        sink.manifest(manifest.as_bytes())?;
        Ok(done)
    }

    /// What of the log does not follow from the journal: the checkpoint, who signed it, and the list of erasures.
    async fn published_files(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let mut found = Vec::new();
        let mut names: Vec<String> = LOG_FILES.iter().map(|name| (*name).to_owned()).collect();
        names.extend(self.log.names("timestamp").await?);
        names.sort();
        for name in names {
            if super::is_log_file(&format!("{LOG}{name}"))
                && let Some(bytes) = self.log.get(&name).await?
            {
                found.push((name, bytes.to_vec()));
            }
        }
        Ok(found)
    }

    async fn journal_out(
        &self,
        conn: &mut OwnConn,
        sink: &mut Sink,
        done: &mut StoreExported,
        step: &mut impl FnMut(&str, u64),
    ) -> Result<Hash, StoreError> {
        sink.begin(JOURNAL)?;
        let mut tree = TileEdge::new();
        loop {
            let page = entries(conn, Which::All, done.entries, ROWS).await?;
            if page.is_empty() {
                break;
            }
            let mut leaves = Vec::with_capacity(page.len());
            for stored in page {
                let stored = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?;
                let entry = stored.entry;
                let leaf = assize_tlog::leaf_hash(&entry.leaf());
                if leaf.to_string() != stored.leaf {
                    return Err(Corrupt::new("its leaf is another".to_owned())
                        .within(format!("entry {}", entry.seq))
                        .into());
                }
                done.entries = entry.seq;
                sink.line(
                    &json!({ "seq": entry.seq, "time": entry.at.to_string(), "kind": entry.kind, "v": entry.v,
                    "leaf": stored.leaf, "fields": entry.fields_json() }),
                )?;
                leaves.push(leaf);
            }
            tree.append(&leaves).map_err(|error| StoreError::Log(error.to_string()))?;
            step(JOURNAL, tree.size());
        }
        sink.end()?;
        Ok(tree.head().root)
    }

    /// The tables that are no records; answers the names under which the files are kept that records name.
    async fn tables_out(
        &self,
        conn: &mut OwnConn,
        sink: &mut Sink,
        named: &BTreeSet<String>,
        done: &mut StoreExported,
        step: &mut impl FnMut(&str, u64),
    ) -> Result<BTreeSet<String>, StoreError> {
        let mut kept_as = named.clone();
        for table in kept_tables() {
            let name = table_file(table.name);
            let mut after = vec![String::new(); table.key.len()];
            loop {
                let page = page(conn, self.db.kind(), &table, &after).await?;
                let Some(last) = page.last() else { break };
                after = table.key_places().into_iter().map(|at| text(last.get(at))).collect();
                for row in &page {
                    if table.name == "sealed_blob" {
                        // Of an encrypted file that no record names any more nothing goes out.
                        if !named.contains(&text(row.first())) {
                            continue;
                        }
                        kept_as.remove(&text(row.first()));
                        kept_as.insert(text(row.get(1)));
                    }
                    sink.begin_once(&name)?;
                    sink.line(&table.row_json(row))?;
                    done.rows += 1;
                }
                step(&name, done.rows);
            }
            sink.end()?;
        }
        Ok(kept_as)
    }

    async fn blob_out(&self, sink: &mut Sink, digest: &str) -> Result<(), StoreError> {
        let Some((_, mut stream)) = self.blobs.object(digest, None).await? else {
            return Err(StoreError::Limit(format!(
                "the file {digest} is not there: it was erased while the store was exported, or is lost; `assize verify` tells"
            )));
        };
        sink.begin(&blob_file(digest))?;
        while let Some(chunk) = stream.next().await {
            sink.write(&chunk.map_err(StoreError::file("reading evidence"))?)?;
        }
        if sink.end_blob()? != digest {
            return Err(Corrupt::new("it is not what its name promises".to_owned())
                .within(format!("the file {digest}"))
                .into());
        }
        Ok(())
    }
}

/// The records, a file for each kind that there is any of; answers the digests of the files that they name.
async fn records_out(
    conn: &mut OwnConn,
    sink: &mut Sink,
    done: &mut StoreExported,
    step: &mut impl FnMut(&str, u64),
) -> Result<BTreeSet<String>, StoreError> {
    let mut named = BTreeSet::new();
    for kind in Kind::ALL {
        let name = records_file(*kind);
        let mut after = String::new();
        loop {
            let page = load_page(conn, *kind, &after, ROWS).await?;
            let Some((last, _)) = page.last() else { break };
            after = last.id.hyphenated().to_string();
            sink.begin_once(&name)?;
            for (key, found) in &page {
                sink.line(&super::read::record_line(*key, found))?;
                named.extend(blobs_of(&found.record).into_iter().map(|blob| blob.sha256));
                done.records += 1;
            }
            step(&name, done.records);
        }
        sink.end()?;
    }
    Ok(named)
}

async fn page(
    conn: &mut OwnConn,
    kind: DatabaseKind,
    table: &Kept,
    after: &[String],
) -> Result<Vec<Vec<assize_domain::kernel::datum::Cell>>, StoreError> {
    let collate = match kind {
        DatabaseKind::Sqlite => "",
        DatabaseKind::Postgres => " COLLATE \"C\"",
    };
    let mut args: Vec<Arg> = after.iter().map(|key| Arg::from(key.as_str())).collect();
    args.push(ROWS.into());
    conn.rows("exporting a table", &table.page_sql(collate), &args, &table.types()).await
}

/// The head of a store: how many entries it has.
pub(super) async fn head_of(conn: &mut impl Sql) -> Result<i64, StoreError> {
    let rows =
        conn.rows("reading the head", "SELECT seq FROM head WHERE one = 1", &[], &[CellType::Int]).await?;
    Ok(int(rows.first().and_then(|row| row.first())))
}

/// Where files are written, one after the other.
struct Sink {
    to: Target,
    current: Option<Current>,
    bound: Vec<Bound>,
}

enum Target {
    Folder(PathBuf),
    Zip(Box<zip::ZipWriter<BufWriter<File>>>),
}

/// The file that is being written.
struct Current {
    name: String,
    counting: Counting,
    /// Nothing where it is a part of a zip file.
    file: Option<BufWriter<File>>,
}

const WRITING: &str = "writing the export";

impl Sink {
    fn new(to: ExportTo) -> Result<Self, StoreError> {
        let to = match to {
            ExportTo::Folder(folder) | ExportTo::Beside(folder) => {
                new_folder(&folder)?;
                Target::Folder(folder)
            }
            ExportTo::Zip(file) => Target::Zip(Box::new(zip::ZipWriter::new(BufWriter::new(file)))),
        };
        Ok(Self { to, current: None, bound: Vec::new() })
    }

    fn begin(&mut self, name: &str) -> Result<(), StoreError> {
        let file = match &mut self.to {
            Target::Folder(folder) => {
                let path = folder.join(name);
                if let Some(parent) = path.parent().filter(|parent| !parent.exists()) {
                    fs::create_dir_all(parent).map_err(StoreError::file(WRITING))?;
                }
                Some(BufWriter::new(new_file(&path)?))
            }
            Target::Zip(zip) => {
                let options = SimpleFileOptions::default()
                    .last_modified_time(zip::DateTime::default())
                    .large_file(true);
                zip.start_file(name, options).map_err(zipped)?;
                None
            }
        };
        self.current = Some(Current { name: name.to_owned(), counting: Counting::default(), file });
        Ok(())
    }

    /// Begins a file unless one is being written.
    fn begin_once(&mut self, name: &str) -> Result<(), StoreError> {
        if self.current.is_some() { Ok(()) } else { self.begin(name) }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let Some(current) = &mut self.current else { return Ok(()) };
        current.counting.add(bytes);
        match (&mut current.file, &mut self.to) {
            (Some(file), _) => file.write_all(bytes),
            (None, Target::Zip(zip)) => zip.write_all(bytes),
            (None, Target::Folder(_)) => Ok(()),
        }
        .map_err(StoreError::file(WRITING))
    }

    fn line(&mut self, value: &Value) -> Result<(), StoreError> {
        let mut line = canonical(value);
        line.push('\n');
        if let Some(current) = &mut self.current {
            current.counting.lines += 1;
        }
        self.write(line.as_bytes())
    }

    fn ended(&mut self) -> Result<Option<Bound>, StoreError> {
        let Some(Current { name, counting, file }) = self.current.take() else { return Ok(None) };
        if let Some(file) = file {
            let file = file.into_inner().map_err(std::io::IntoInnerError::into_error);
            file.and_then(|file| file.sync_all()).map_err(StoreError::file(WRITING))?;
        }
        Ok(Some(counting.end(&name)))
    }

    /// Ends the file, if one is being written: it is on the disk when this returns, and bound by the manifest.
    fn end(&mut self) -> Result<(), StoreError> {
        let bound = self.ended()?;
        self.bound.extend(bound);
        Ok(())
    }

    /// The same for a blob, which its name binds; answers its digest.
    fn end_blob(&mut self) -> Result<String, StoreError> {
        Ok(self.ended()?.map(|bound| bound.sha256).unwrap_or_default())
    }

    fn whole(&mut self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.begin(name)?;
        self.write(bytes)?;
        if let Some(current) = &mut self.current {
            current.counting.lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        }
        self.end()
    }

    /// Writes the manifest, which makes an export of it.
    fn manifest(mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.whole(MANIFEST, bytes)?;
        if let Target::Zip(zip) = self.to {
            let mut file = zip.finish().map_err(zipped)?;
            file.flush().map_err(StoreError::file(WRITING))?;
        }
        Ok(())
    }
}

fn zipped(error: zip::result::ZipError) -> StoreError {
    StoreError::File { doing: WRITING, source: std::io::Error::other(error) }
}

/// Makes the folder, for its owner alone: what is in it may be confidential.
fn new_folder(path: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .map_err(StoreError::file("making the folder of the export, which must not be there yet"))
}

fn new_file(path: &Path) -> Result<File, StoreError> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(StoreError::file(WRITING))
}
