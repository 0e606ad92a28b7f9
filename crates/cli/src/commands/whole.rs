//! The whole store out and in, and its records as tables.

use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use assize_cli::counts::counted;
use assize_store::{Clock, ExportTo, Store, StoreError, flat_tables};
use serde_json::{Value, json};

use super::{open, progress_count};
use crate::files::NewFile;
use crate::key;
use crate::out::Answer;
use crate::settings::Settings;

/// `export store`.
pub(super) async fn export(settings: &Settings, output: &Path) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let is_zip = output.extension().is_some_and(|ending| ending == "zip");
    let file = if is_zip { Some(NewFile::make(output)?) } else { None };
    let to = match &file {
        Some(file) => {
            for_its_owner(file.file())?;
            ExportTo::Zip(file.file().try_clone().context("the file cannot be written")?)
        }
        None => ExportTo::Folder(output.to_owned()),
    };
    let bar = progress_count("exporting");
    let done = store.export_store(to, |_, at| bar.set_position(at)).await.with_context(|| {
        format!("what stands at {} is no export: it did not come to its end", output.display())
    })?;
    bar.finish_and_clear();
    if let Some(file) = file {
        file.keep()?;
    }
    let words = format!(
        "{}, {}, {} of other tables and {} are in {}.\nNo key is in it ({} and the like), and no session. Whoever has it has all of the record: keep it as you keep the store.",
        counted(done.entries, "entry", "entries"),
        counted(done.records, "record", "records"),
        counted(done.rows, "row", "rows"),
        counted(done.blobs, "file", "files"),
        output.display(),
        settings.key_file.display()
    );
    let json = json!({ "output": output.display().to_string(), "entries": done.entries, "records": done.records, "rows": done.rows, "blobs": done.blobs });
    Ok(Answer::done(json, words))
}

/// A file that holds everything is for its owner alone.
#[cfg(unix)]
fn for_its_owner(file: &std::fs::File) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))
        .context("the file cannot be kept from others")
}

#[cfg(not(unix))]
fn for_its_owner(_: &std::fs::File) -> anyhow::Result<()> {
    Ok(())
}

/// `import store`.
pub(super) async fn import(settings: &Settings, from: &Path, check: bool) -> anyhow::Result<Answer> {
    if !from.exists() {
        bail!("{} is not there", from.display());
    }
    let bar = progress_count("importing");
    if check {
        let found = Store::check_export(from, |_, at| bar.set_position(at));
        bar.finish_and_clear();
        return match found {
            Ok(entries) => Ok(Answer::done(
                json!({ "ok": true, "entries": entries }),
                format!(
                    "{} is a whole export: {}. Nothing was made of it.",
                    from.display(),
                    counted(entries, "entry", "entries")
                ),
            )),
            Err(error) => unfit(error),
        };
    }
    let taken =
        Store::import_store(from, &settings.addresses, Clock::System, |_, at| bar.set_position(at)).await;
    bar.finish_and_clear();
    let taken = match taken {
        Ok(taken) => taken,
        Err(error) => return unfit(error),
    };
    key::give_evidence_keys(&taken.store, settings).await?;
    taken.store.close().await;
    let mut words = format!(
        "{} went through the law again; {} and {} are those that were exported, and {} taken over.\nThe store is at {}. Bring its keys along ({} and the like), and see that it holds: assize verify",
        counted(taken.entries, "entry", "entries"),
        counted(taken.records, "record", "records"),
        counted(taken.blobs, "file", "files"),
        counted(taken.rows, "row of other tables is", "rows of other tables are"),
        settings.database_shown(),
        settings.key_file.display()
    );
    if taken.resumed {
        words.push_str("\nIt went on with an import that was interrupted.");
    }
    let json = json!({ "entries": taken.entries, "records": taken.records, "rows": taken.rows, "blobs": taken.blobs, "resumed": taken.resumed });
    Ok(Answer::done(json, words))
}

/// An export that is none is an answer, with every problem; anything else is a fault.
fn unfit(error: StoreError) -> anyhow::Result<Answer> {
    let StoreError::Import(problems) = &error else { return Err(error.into()) };
    let list: Value = problems
        .iter()
        .map(|problem| json!({ "file": problem.file, "line": problem.line, "what": problem.what }))
        .collect();
    Ok(Answer::no(json!({ "ok": false, "problems": list }), error.to_string()))
}

/// `export table`.
pub(super) async fn table(settings: &Settings, asked: Option<(&str, &Path)>) -> anyhow::Result<Answer> {
    let Some((name, output)) = asked else { return Ok(tables()) };
    let ending = output.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !["csv", "jsonl"].contains(&ending) {
        bail!(
            "{} ends in neither `.csv` nor `.jsonl`: the ending says how the table is written",
            output.display()
        );
    }
    let store = open(settings).await?;
    let file = NewFile::make(output)?;
    let mut out = std::io::BufWriter::new(file.file());
    let count =
        assize_server::record_tables::write_table(&store, &format!("{name}.{ending}"), &mut out).await;
    let count = count.map_err(anyhow::Error::msg)?;
    out.flush().context("the table cannot be written")?;
    drop(out);
    file.keep()?;
    let words = format!("{} is written, of {}.", output.display(), counted(count, "record", "records"));
    Ok(Answer::done(json!({ "file": output.display().to_string(), "records": count }), words))
}

fn tables() -> Answer {
    let all = flat_tables();
    let words: Vec<String> =
        all.iter().map(|table| format!("{:46} {}", table.name, table.columns.join(", "))).collect();
    let json: Value =
        all.iter().map(|table| json!({ "name": table.name, "columns": table.columns })).collect();
    Answer::done(json!({ "tables": json }), words.join("\n"))
}
