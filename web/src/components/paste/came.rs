//! What came with one paste: the words, and the pictures that were among them.

use leptos::prelude::*;
use luoxuan::text::rtf;

use super::{picture, read};
use crate::components::editor::SendFile;
use crate::components::notices::Notices;
use crate::i18n::editor as e;
use crate::i18n::{Locale, fill};

/// What came with one paste.
pub struct Came {
    /// The words and their layout.
    pub html: String,
    /// The same as Word hands it on beside the HTML, with the pictures in it; empty if there is none.
    pub rtf: String,
    /// Pictures that came as files.
    pub files: Vec<SendFile>,
    /// Who takes pictures in, if anyone does here.
    pub to: Option<Callback<SendFile>>,
    /// Where to say what was left behind.
    pub notices: Option<Notices>,
    /// In which language.
    pub locale: Locale,
}

impl Came {
    /// Hands on the pictures and says how many were left behind; the words as clean Markdown, or `None` if plain text is
    /// as good.
    pub fn take(self) -> Option<String> {
        let pasted = read(&self.html);
        let mut files: Vec<_> = pasted
            .pictures
            .iter()
            .filter_map(|bytes| picture::file(bytes))
            .collect();
        let mut left = pasted.pictures.len() - files.len();
        // A single file beside several pictures is none of them: it shows the whole of what was copied.
        let mut along: Vec<_> = if self.files.len() == pasted.elsewhere {
            self.files.iter().map(|file| (**file).clone()).collect()
        } else {
            rtf::pictures(&self.rtf)
                .iter()
                .filter_map(|bytes| picture::file(bytes))
                .collect()
        };
        along.truncate(pasted.elsewhere);
        left += pasted.elsewhere - along.len();
        files.append(&mut along);
        match self.to {
            Some(to) => files.into_iter().for_each(|file| to.run(SendFile::new(file))),
            None => left += files.len(),
        }
        if let Some(notices) = self.notices.filter(|_| left > 0) {
            let words = if left == 1 { e::PICTURE_LEFT } else { e::PICTURES_LEFT };
            notices.say(fill(words.in_(self.locale.0.get_untracked()), &[("n", &left)]));
        }
        pasted.words
    }
}
