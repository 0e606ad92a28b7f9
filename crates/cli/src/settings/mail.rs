//! Mail: by which server it leaves, from whom, and what it may say.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use assize_server::mail::{Mail, MailContent, MailSettings, Mailer, SmtpUrl};

use crate::files::read_text;

/// The longest file of a passphrase or of certificates, in bytes.
const FILE_BYTES_MAX: u64 = 1024 * 1024;

/// What is configured of mail. Files are read when mail is set up ([`Post::mail`]), so that other commands need none of them.
#[derive(Clone, Default)]
pub(crate) struct Post {
    url: Option<SmtpUrl>,
    from: Option<String>,
    password: Option<String>,
    password_file: Option<String>,
    ca_file: Option<String>,
    content: MailContent,
}

/// Passwords come into no log.
impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Post").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Post {
    /// Whether letters are sent.
    pub(crate) const fn is_set(&self) -> bool {
        self.url.is_some()
    }

    /// Reads it, key by key.
    pub(crate) fn read(said: impl Fn(&str) -> anyhow::Result<Option<String>>) -> anyhow::Result<Self> {
        let url = match said("smtp_url")? {
            None => None,
            // It is not quoted back: it may hold a password.
            Some(text) => Some(SmtpUrl::read(&text).context(
                "smtp_url is none: give the address of a mail server, like smtps://user@mail.example.com, and its passphrase by smtp_password_file or ASSIZE_SMTP_PASSWORD",
            )?),
        };
        let from = said("mail_from")?;
        if url.is_some() && from.is_none() {
            bail!("mail_from is missing: the address that letters come from, like audits@example.com");
        }
        let content = match said("mail_content")? {
            None => MailContent::default(),
            Some(word) => MailContent::read(&word)
                .with_context(|| format!("mail_content `{word}` is none: give nothing or names"))?,
        };
        let (password, password_file) = (said("smtp_password")?, said("smtp_password_file")?);
        if password.is_some() && password_file.is_some() {
            bail!("smtp_password and smtp_password_file say the same: give one of them");
        }
        Ok(Self { url, from, password, password_file, ca_file: said("smtp_ca_file")?, content })
    }

    /// Mail as it is set up; without a mail server nothing leaves.
    pub(crate) fn mail(&self) -> anyhow::Result<Mail> {
        let (Some(url), Some(from)) = (&self.url, &self.from) else {
            return Ok(Mail { mailer: None, content: self.content });
        };
        let password = match &self.password_file {
            Some(file) => {
                Some(read_text(Path::new(file), FILE_BYTES_MAX)?.trim_end_matches(['\r', '\n']).to_owned())
            }
            None => self.password.clone(),
        };
        let certificates = match &self.ca_file {
            Some(file) => Some(read_text(Path::new(file), FILE_BYTES_MAX)?.into_bytes()),
            None => None,
        };
        let settings = MailSettings { url: url.clone(), from: from.clone(), password, certificates };
        let mailer = Mailer::new(settings).map_err(|why| anyhow::anyhow!("mail cannot be set up: {why}"))?;
        Ok(Mail { mailer: Some(Arc::new(mailer)), content: self.content })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> anyhow::Result<Post> {
        Post::read(|key| {
            Ok(pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| (*value).to_owned()))
        })
    }

    #[test]
    fn nothing_leaves_without_a_mail_server() {
        let mail = read(&[("mail_from", "a@b.example")]).unwrap().mail().unwrap();
        assert!(mail.mailer.is_none());
        assert_eq!(mail.content, MailContent::Nothing);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        std::fs::write(&file, "of the tests\n").unwrap();
        let file = file.display().to_string();
        let pairs = [
            ("smtp_url", "smtps://me@mail.example.com"),
            ("mail_from", "Our practice <a@b.example>"),
            ("smtp_password_file", file.as_str()),
            ("mail_content", "names"),
        ];
        let mail = read(&pairs).unwrap().mail().unwrap();
        assert_eq!(mail.mailer.unwrap().server(), "smtps://mail.example.com:465");
        assert_eq!(mail.content, MailContent::Names);
    }

    #[test]
    fn what_is_none_is_named_and_no_password_is_quoted() {
        for (pairs, named) in [
            (&[("smtp_url", "smtps://me:s3cret@mail.example.com")][..], "smtp_password_file"),
            (&[("smtp_url", "smtps://mail.example.com")], "mail_from is missing"),
            (&[("mail_content", "all")], "`all`"),
            (&[("smtp_password", "s3cret"), ("smtp_password_file", "x")], "give one of them"),
        ] {
            let error = read(pairs).unwrap_err().to_string();
            assert!(error.contains(named) && !error.contains("s3cret"), "{error}");
        }
        let pairs = [("smtp_url", "smtps://mail.example.com"), ("mail_from", "nobody")];
        assert!(read(&pairs).unwrap().mail().unwrap_err().to_string().contains("mail_from"));
    }
}
