//! A finished text made into a file, beside the page.

use js_sys::Uint8Array;
use leptos::prelude::*;
use luoxuan::draft::{ExportOptions, finish};
use luoxuan::journal::write_lines;
use luoxuan::record::{PROFILE, Record, Rules, SETTINGS, Template};
use luoxuan::{RecordId, Store};

use super::{Backup, Keeper};
use crate::browser::files;
use crate::browser::worker::{Job, WorkerError};
use crate::i18n::fill;
use crate::i18n::text as t;
use crate::protocol::{Answer, Paper, Question};

/// What a file is made as.
#[derive(Clone, Copy)]
enum Form {
    Word,
    Page,
}

/// A file that was made.
struct Made {
    name: String,
    media: &'static str,
    file: Vec<u8>,
    /// What to know before it is handed in; empty if nothing.
    warning: String,
}

impl Backup {
    /// Makes a Word file of a text and hands it to the person.
    pub fn word(self, document: RecordId, wish: ExportOptions) {
        self.make(Form::Word, document, wish);
    }

    /// Makes a web page of a text that needs nothing else, and hands it to the person.
    pub fn page(self, document: RecordId, wish: ExportOptions) {
        self.make(Form::Page, document, wish);
    }

    fn make(self, form: Form, document: RecordId, wish: ExportOptions) {
        let Some(keeper) = self.keeper() else { return };
        leptos::task::spawn_local(async move {
            let work = self.made(&keeper, form, document, wish);
            match self.alone(t::MAKING, work).await {
                Some(Ok(made)) if files::download(&made.name, made.media, &made.file).is_some() => {
                    let said = fill(self.words(t::MADE), &[("name", &made.name)]);
                    self.tell_text([said, made.warning].join(" ").trim_end().to_owned());
                }
                Some(Err(why)) => self.tell_no_answer(why),
                // Stopped, or the browser takes no file and says so itself.
                Some(Ok(_)) | None => {}
            }
        });
    }

    async fn made(
        self,
        keeper: &Keeper,
        form: Form,
        document: RecordId,
        wish: ExportOptions,
    ) -> Result<Made, WorkerError> {
        let mut job = Job::start().await?;
        let lines = untrack(|| {
            self.notebook.of_journal(|journal| {
                // What a text is laid out from, and nothing else: a journal of years stays where it is.
                let needed = |record: RecordId, kind: &str| {
                    record == document
                        || Some(record) == wish.version
                        || [PROFILE, SETTINGS].contains(&record)
                        || [Template::KIND, Rules::KIND].contains(&kind)
                };
                let heads = journal.records().filter_map(|(record, _)| journal.head(record));
                write_lines(heads.filter(|head| needed(head.record(), &head.content().kind())))
            })
        });
        job.give_lines(&lines);
        let language = self.language();
        let pictures = untrack(|| {
            self.notebook.of_surroundings(|index| {
                finish(index, document, &wish, language)
                    .map(|finished| finished.manuscript.pictures())
                    .unwrap_or_default()
            })
        });
        for (number, picture) in pictures.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)]
            self.progress(t::MAKING, Some(0.5 * number as f64 / pictures.len() as f64));
            if let Ok(Some(bytes)) = keeper.database().blob(*picture).await {
                job.give(&Question::Picture(Uint8Array::from(bytes.as_slice())));
            }
        }
        let asked = Paper {
            document,
            wish,
            language,
        };
        let (question, media) = match form {
            Form::Word => (
                Question::Word(asked),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            Form::Page => (Question::Page(asked), "text/html"),
        };
        let progress = |done| self.progress(t::MAKING, Some(0.5 + 0.5 * done));
        match job.ask_and_watch(&question, progress).await? {
            Answer::File { name, bytes, warning } => Ok(Made {
                name,
                media,
                file: bytes.to_vec(),
                warning,
            }),
            _ => Err(WorkerError::Stopped),
        }
    }
}
