//! What typst may see: the templates of this crate, the data of one document, the fonts, and nothing else.

use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::Fonts;
use crate::look::Look;
use crate::pictures::Picture;
use crate::render::{Attachment, RenderError};

/// The templates; typst begins at one of them.
const TEMPLATES: [(&str, &str); 12] = [
    ("/main.typ", include_str!("../templates/main.typ")),
    ("/look.typ", include_str!("../templates/look.typ")),
    ("/pictures.typ", include_str!("../templates/pictures.typ")),
    ("/front.typ", include_str!("../templates/front.typ")),
    ("/details.typ", include_str!("../templates/details.typ")),
    ("/findings.typ", include_str!("../templates/findings.typ")),
    ("/closing.typ", include_str!("../templates/closing.typ")),
    ("/review.typ", include_str!("../templates/review.typ")),
    ("/annexes.typ", include_str!("../templates/annexes.typ")),
    ("/trial.typ", include_str!("../templates/trial.typ")),
    ("/sheet.typ", include_str!("../templates/sheet.typ")),
    ("/document.typ", include_str!("../templates/document.typ")),
];

/// The data the templates read.
const DATA: &str = "/data.json";
/// The canonical content, attached under this name.
const ATTACHED: &str = "/content.json";

/// One document being set.
pub(crate) struct Desk<'a> {
    library: LazyHash<Library>,
    fonts: &'a Fonts,
    main: FileId,
    sources: Vec<Source>,
    files: Vec<(FileId, Bytes)>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(
        fonts: &'a Fonts,
        main: &str,
        data: &Value,
        attached: &[u8],
        beside: &[Attachment],
        pictures: &[Picture],
        look: Option<&Look>,
    ) -> Result<Self, RenderError> {
        let mut sources = Vec::with_capacity(TEMPLATES.len());
        for (path, text) in TEMPLATES {
            sources.push(Source::new(file_id(path)?, text.to_owned()));
        }
        let mut files = vec![
            (file_id(DATA)?, Bytes::new(data.to_string().into_bytes())),
            (file_id(ATTACHED)?, Bytes::new(attached.to_vec())),
        ];
        for file in beside {
            files.push((file_id(&format!("/{}", file.name))?, Bytes::new(file.text.clone().into_bytes())));
        }
        for picture in pictures {
            let path = file_id(&format!("/{}.svg", picture.name))?;
            files.push((path, Bytes::new(picture.svg().as_bytes().to_vec())));
        }
        if let Some((look, name)) = look.and_then(|look| Some((look, look.logo_name()?))) {
            files.push((file_id(&format!("/{name}"))?, Bytes::new(look.logo.clone())));
        }
        Ok(Self { library: LazyHash::new(Library::default()), fonts, main: file_id(main)?, sources, files })
    }
}

fn file_id(path: &str) -> Result<FileId, RenderError> {
    let path = VirtualPath::new(path).map_err(|error| RenderError::Template { what: error.to_string() })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.iter().find(|(file, _)| *file == id).map(|(_, bytes)| bytes.clone());
        file.ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// None: what time it is comes in with the data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
