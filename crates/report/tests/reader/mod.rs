//! Reading what was written: the parts of a Word file, and with LibreOffice, python-docx, poppler, qpdf and pdfua.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it did not expect fails")]
#![allow(dead_code, missing_docs, unreachable_pub, reason = "each test uses a part")]

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

use zip::ZipArchive;

pub fn part(file: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

pub fn names(file: &[u8]) -> Vec<String> {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    (0..zip.len()).map(|index| zip.by_index(index).unwrap().name().unwrap().into_owned()).collect()
}

/// The text of a part: what stands between its tags.
pub fn text_of(xml: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in xml.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

pub fn xml_is_well_formed(xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut depth = 0_i64;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(element) => {
                assert!(element.attributes().all(|one| one.is_ok()));
                depth += 1;
            }
            quick_xml::events::Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
}

/// A program that is not ours. Where the project's test command has set up readers, one that is not there fails the test: nothing is to pass because
/// nobody looked.
fn program(name: &str, version: &str) -> Option<Command> {
    if Command::new(name).arg(version).output().is_ok() {
        return Some(Command::new(name));
    }
    assert!(std::env::var_os("ASSIZE_TEST_READERS").is_none(), "{name} is not there");
    eprintln!("{name} is not there: not opened by it");
    None
}

/// What a Python program says of files: the Python that `ASSIZE_TEST_READERS` names has python-docx and pdfua.
fn python(mode: &str, files: &[std::path::PathBuf]) -> Option<serde_json::Value> {
    let Ok(python) = std::env::var("ASSIZE_TEST_READERS") else {
        eprintln!("ASSIZE_TEST_READERS is not set: not opened by readers in Python");
        return None;
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reader/read.py");
    let done = Command::new(python).arg(script).arg(mode).args(files).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some(serde_json::from_slice(&done.stdout).unwrap())
}

/// A file in a folder that is there as long as the folder is.
fn kept(bytes: &[u8], name: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// The texts of Word files as LibreOffice has them, started once for all; none where it is not installed.
pub fn libreoffice_texts(files: &[Vec<u8>]) -> Option<Vec<String>> {
    let mut soffice = program("soffice", "--version")?;
    let folder = tempfile::tempdir().unwrap();
    let path = |index: usize, ending: &str| folder.path().join(format!("document{index}.{ending}"));
    for (index, file) in files.iter().enumerate() {
        std::fs::write(path(index, "docx"), file).unwrap();
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let done = soffice
        .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(folder.path())
        .args((0..files.len()).map(|index| path(index, "docx")))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some((0..files.len()).map(|index| std::fs::read_to_string(path(index, "txt")).unwrap()).collect())
}

/// What python-docx finds in Word files, for each its `text`, `headings`, `tables` and `language`; none where it is not set up.
pub fn docx_read(files: &[Vec<u8>]) -> Option<Vec<serde_json::Value>> {
    let kept: Vec<_> = files.iter().map(|file| kept(file, "document.docx")).collect();
    let paths: Vec<_> = kept.iter().map(|(_, path)| path.clone()).collect();
    python("docx", &paths).map(|read| read.as_array().unwrap().clone())
}

/// The text of a PDF as poppler has it; none where it is not installed.
pub fn pdf_text(pdf: &[u8]) -> Option<String> {
    let mut pdftotext = program("pdftotext", "-v")?;
    let (_folder, path) = kept(pdf, "document.pdf");
    let done = pdftotext.args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    assert!(done.status.success());
    Some(String::from_utf8(done.stdout).unwrap())
}

/// A file attached to a PDF, as poppler takes it out; none where it is not installed.
pub fn attached(pdf: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut pdfdetach = program("pdfdetach", "-v")?;
    let (folder, path) = kept(pdf, "document.pdf");
    let out = folder.path().join("out");
    let done = pdfdetach.args(["-savefile", name, "-o"]).arg(&out).arg(&path).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some(std::fs::read(out).unwrap())
}

/// Looks through PDFs with qpdf, which reads every object and stream, and holds them to the rules of PDF/UA-1 that pdfua can check.
pub fn pdfs_are_sound(pdfs: &[Vec<u8>]) {
    let kept: Vec<_> = pdfs.iter().map(|pdf| kept(pdf, "document.pdf")).collect();
    if program("qpdf", "--version").is_some() {
        for (_, path) in &kept {
            let done = Command::new("qpdf").arg("--check").arg(path).output().unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        }
    }
    let paths: Vec<_> = kept.iter().map(|(_, path)| path.clone()).collect();
    if let Some(found) = python("pdfua", &paths) {
        assert_eq!(found, serde_json::json!(vec![Vec::<String>::new(); pdfs.len()]));
    }
}

/// Keeps a file to be looked at, where `ASSIZE_LOOK_AT` names a folder.
pub fn look_at(file: &[u8], name: &str) {
    if let Ok(folder) = std::env::var("ASSIZE_LOOK_AT") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(Path::new(&folder).join(name), file).unwrap();
    }
}
