//! 成长手册: what was done and reached in a term, or in all years, as a Word file of tables.

use leptos::prelude::*;
use luoxuan::journal::write_lines;
use luoxuan::record::{Entry, Evidence, Measure, Record, Survey, Version};
use luoxuan::{Journal, RecordId};

use super::table::TermChoice;
use crate::browser::files;
use crate::browser::worker::{Job, WorkerError};
use crate::components::notices::Notices;
use crate::i18n::records as t;
use crate::i18n::text as x;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;
use crate::protocol::{Answer, Question};

const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What a handbook is made from, as lines: nothing of what was written in research, which may be years.
fn lines(journal: &Journal) -> String {
    let left_out = [Entry::KIND, Evidence::KIND, Measure::KIND, Survey::KIND, Version::KIND];
    let heads = journal.records().filter_map(|(record, _)| journal.head(record));
    write_lines(heads.filter(|head| !left_out.contains(&&*head.content().kind())))
}

/// The file's name and bytes, by the worker.
async fn made(lines: String, term: Option<RecordId>, locale: Locale) -> Result<(String, Vec<u8>), WorkerError> {
    let mut job = Job::start().await?;
    job.give_lines(&lines);
    let language = locale.0.get_untracked();
    match job.ask(&Question::Handbook { term, language }).await? {
        Answer::File { name, bytes, .. } => Ok((name, bytes.to_vec())),
        _ => Err(WorkerError::Stopped),
    }
}

/// For which term, and a button.
#[component]
pub fn HandbookOut() -> impl IntoView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let (term, busy) = (RwSignal::new(None), RwSignal::new(false));
    let make = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (lines, term) = (untrack(|| notebook.of_journal(lines)), term.get_untracked());
        leptos::task::spawn_local(async move {
            let answer = made(lines, term, locale).await;
            busy.try_set(false);
            let language = locale.0.try_get_untracked().unwrap_or_default();
            match answer {
                // A browser that refuses has said so itself.
                Ok((name, file)) if files::download(&name, MEDIA, &file).is_some() => {
                    notices.say(fill(x::MADE.in_(language), &[("name", &name)]));
                }
                Ok(_) => {}
                Err(WorkerError::Refused(why) | WorkerError::Hesitates(why)) => notices.say(why),
                Err(WorkerError::Failed | WorkerError::Stopped | WorkerError::NotWritten(_)) => {
                    notices.say(t::HANDBOOK_FAILED.in_(language));
                }
            }
        });
    };
    view! {
        <section class="list">
            <h2>{locale.say(t::HANDBOOK)}</h2>
            <p class="soft">{locale.say(t::HANDBOOK_ABOUT)}</p>
            <div class="row">
                <TermChoice term/>
                <button type="button" aria-disabled=move || busy.get().to_string() on:click=make>{locale.say(t::HANDBOOK_MAKE)}</button>
                <span role="status">{move || busy.get().then(|| locale.say(x::MAKING))}</span>
            </div>
        </section>
    }
}
