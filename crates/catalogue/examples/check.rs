//! Examines a folder of catalogue files and prints every problem at its place.
//!
//! `cargo run -p assize-catalogue --example check [FOLDER]`; without a folder, the catalogue of this checkout. The binary has the same
//! as `assize catalogue check FOLDER`; this builds without the rest of the house.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use assize_catalogue::{Catalogue, Rules};

fn main() -> std::io::Result<ExitCode> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalogue");
    let root = std::env::args_os().nth(1).map_or(own, PathBuf::from);
    let mut files = Vec::new();
    read(&root, &root, &mut files)?;
    files.sort();
    let problems = match Rules::house() {
        Ok(rules) => {
            let files = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
            let examined = Catalogue::examine(files, &rules);
            let minutes: u32 = examined.catalogue.tests().map(|test| test.minutes).sum();
            let (tests, trails) = (examined.catalogue.tests().len(), examined.catalogue.trails().len());
            println!("{tests} tests of {minutes} minutes, {trails} trails");
            examined.problems
        }
        Err(problems) => problems,
    };
    problems.iter().for_each(|problem| println!("{problem}"));
    println!("{} problems", problems.len());
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            files.push((name, std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}
