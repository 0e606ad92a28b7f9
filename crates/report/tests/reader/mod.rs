//! Reading what was written: the parts of a Word file, and with LibreOffice and poppler where they are installed.

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

fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// The texts of Word files as LibreOffice has them; none where it is not installed.
pub fn libreoffice_texts(files: &[Vec<u8>]) -> Option<Vec<String>> {
    if !is_there("soffice") {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = |index: usize, ending: &str| folder.path().join(format!("document{index}.{ending}"));
    for (index, file) in files.iter().enumerate() {
        std::fs::write(path(index, "docx"), file).unwrap();
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(folder.path())
        .args((0..files.len()).map(|index| path(index, "docx")))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some((0..files.len()).map(|index| std::fs::read_to_string(path(index, "txt")).unwrap()).collect())
}

/// The text of a PDF as poppler has it; none where it is not installed.
pub fn pdf_text(pdf: &[u8]) -> Option<String> {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    let done =
        Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    assert!(done.status.success());
    Some(String::from_utf8(done.stdout).unwrap())
}

/// A file attached to a PDF, as poppler takes it out; none where it is not installed.
pub fn attached(pdf: &[u8], name: &str) -> Option<Vec<u8>> {
    if Command::new("pdfdetach").arg("-v").output().is_err() {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    let out = folder.path().join("out");
    let done =
        Command::new("pdfdetach").args(["-savefile", name, "-o"]).arg(&out).arg(&path).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some(std::fs::read(out).unwrap())
}

/// Keeps a file to be looked at, where `ASSIZE_LOOK_AT` names a folder.
pub fn look_at(file: &[u8], name: &str) {
    if let Ok(folder) = std::env::var("ASSIZE_LOOK_AT") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(Path::new(&folder).join(name), file).unwrap();
    }
}
