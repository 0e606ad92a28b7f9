//! Every picture: `cargo run -p assize-pictures --example gallery -- DIR` writes each as it is printed (`NAME.svg`), and a page
//! with all of them as on the web (`index.html`, `pictures.css`).

#![allow(clippy::unwrap_used, reason = "an example that is given made-up data")]

mod samples;

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs, io};

use assize_pictures::{Ink, Page, Table, stylesheet};

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("give the folder to write into"));
    };
    fs::create_dir_all(&folder)?;
    let page = |ink| move |name: &str| Page { ink, prefix: name.to_owned() };
    for (name, figure) in samples::figures(page(Ink::Print)) {
        fs::write(folder.join(format!("{name}.svg")), figure.svg)?;
    }
    let mut html = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Pictures</title>\
         <link rel=\"stylesheet\" href=\"page.css\"><link rel=\"stylesheet\" href=\"pictures.css\">\n",
    );
    for (_, figure) in samples::figures(page(Ink::Web)) {
        let (svg, table) = (figure.svg, table(&figure.table));
        let _ = writeln!(html, "<figure>{svg}</figure>\n<details><summary>table</summary>{table}</details>");
    }
    fs::write(folder.join("index.html"), html)?;
    fs::write(folder.join("pictures.css"), stylesheet())?;
    fs::write(
        folder.join("page.css"),
        "body { font: 16px/1.5 Georgia, serif; max-width: 45rem; margin: 2rem auto; background: var(--picture-paper); \
         color: var(--picture-ink); } td, th { text-align: left; padding: 0 .6rem .2rem 0; vertical-align: top; }",
    )
}

fn table(table: &Table) -> String {
    let escape = |text: &String| text.replace('&', "&amp;").replace('<', "&lt;");
    let row = |cells: &[String], tag: &str| {
        let cells: String = cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", escape(cell))).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: String = table.rows.iter().map(|cells| row(cells, "td")).collect();
    format!("<table><caption>{}</caption>{}{rows}</table>", escape(&table.caption), row(&table.head, "th"))
}
