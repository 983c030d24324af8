//! A sheet of answers, dropped, chosen or pasted: what it is taken for, shown, corrected, and taken with one key.

use leptos::ev;
use leptos::prelude::*;
use luoxuan::Survey;
use luoxuan::catalog::Language;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, HtmlElement, HtmlInputElement};

use super::context::{SurveyContext, new_name};
use super::proposal::ProposalView;
use crate::browser::worker::{Job, WorkerError};
use crate::components::notices::Notices;
use crate::components::scroll_to;
use crate::components::shared::Handed;
use crate::i18n::survey as v;
use crate::i18n::{Locale, fill};
use crate::protocol::{Answer, Question};
use crate::taking::{Asked, Corrected, Proposed, fields_of, survey_of};

/// Where the results begin.
pub(super) const ITEMS: &str = "survey-items";

/// Where a sheet comes in.
const HERE: &str = "answer-sheet";

/// A sheet on its way into the survey.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    context: SurveyContext,
    locale: Locale,
    notices: Notices,
    /// The worker that has read it; out while it works.
    job: StoredValue<Option<Job>, LocalStorage>,
    pub(super) proposed: RwSignal<Option<Proposed>>,
    pub(super) busy: RwSignal<bool>,
    /// Why there is no proposal.
    refused: RwSignal<Option<String>>,
}

impl Sheet {
    fn new(context: SurveyContext) -> Self {
        Self {
            context,
            locale: Locale::here(),
            notices: Notices::here(),
            job: StoredValue::new_local(None),
            proposed: RwSignal::new(None),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    fn language(self) -> Language {
        self.locale.0.get_untracked()
    }

    /// Asks the worker, which lives as long as a person looks at its proposal. `None` if that is no more.
    async fn ask(self, question: Question) -> Option<Result<Answer, WorkerError>> {
        let held = self.job.try_update_value(Option::take)?;
        let mut job = match held {
            Some(job) => job,
            None => match Job::start().await {
                Ok(job) => job,
                Err(why) => return Some(Err(why)),
            },
        };
        let answer = job.ask(&question).await;
        if answer.is_ok() {
            self.job.try_set_value(Some(job));
        }
        Some(answer)
    }

    /// Does something that takes a while, if nothing else does.
    fn work(self, work: impl Future<Output = Option<Result<(), WorkerError>>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let done = work.await;
            self.busy.try_set(false);
            let language = self.locale.0.get_untracked();
            let why = match done {
                Some(Err(WorkerError::Failed)) => v::SHEET_NO_WORKER.in_(language).to_owned(),
                Some(Err(WorkerError::Stopped | WorkerError::NotWritten(_))) => {
                    v::SHEET_STOPPED.in_(language).to_owned()
                }
                Some(Err(WorkerError::Refused(why) | WorkerError::Hesitates(why))) => why,
                Some(Ok(())) | None => return,
            };
            self.proposed.try_set(None);
            self.refused.try_set(Some(why));
        });
    }

    fn shown(self, answer: Answer) {
        if let Answer::Proposed(proposed) = answer {
            self.proposed.try_set(Some(proposed));
        }
    }

    /// Reads a file or pasted text.
    fn read(self, from: JsValue) {
        self.refused.set(None);
        self.proposed.set(None);
        self.work(async move {
            let survey = untrack(|| self.context.survey.sheet.with(fields_of));
            let language = self.language();
            let answer = self.ask(Question::Sheet { from, survey, language }).await?;
            scroll_to(HERE.to_owned());
            Some(answer.map(|answer| self.shown(answer)))
        });
    }

    /// What a person has corrected so far.
    fn corrected(self) -> Question {
        let corrected = self.proposed.with_untracked(|proposed| {
            let questions = proposed.iter().flat_map(|proposed| &proposed.questions);
            let words = |asked: &Asked| {
                if asked.numbers {
                    asked.choices.clone()
                } else {
                    Vec::new()
                }
            };
            Corrected(questions.map(|asked| (asked.form.clone(), words(asked))).collect())
        });
        let language = self.language();
        Question::Correct { corrected, language }
    }

    /// Proposes it anew as it was corrected, and leaves the keyboard where it was: at this question.
    pub(super) fn correct(self, at: usize) {
        let corrected = self.corrected();
        self.work(async move {
            let answer = self.ask(corrected).await?;
            Some(answer.map(|answer| {
                self.shown(answer);
                request_animation_frame(move || {
                    let select = document().get_element_by_id(&asked_id(at));
                    let _ = select
                        .and_then(|it| it.dyn_into::<HtmlElement>().ok())
                        .map(|it| it.focus());
                });
            }))
        });
    }

    /// Puts it into the survey. One undo takes it all back.
    pub(super) fn take(self) {
        let corrected = self.corrected();
        self.work(async move {
            if let Err(why) = self.ask(corrected).await? {
                return Some(Err(why));
            }
            let before = untrack(|| self.context.survey.sheet.with(Survey::clone));
            let asked = Question::Take {
                survey: fields_of(&before),
                prefix: new_name(),
            };
            Some(self.ask(asked).await?.and_then(|answer| match answer {
                Answer::Survey(taken) => {
                    self.put(before, survey_of(&taken));
                    Ok(())
                }
                _ => Err(WorkerError::Stopped),
            }))
        });
    }

    fn put(self, before: Survey, taken: Survey) {
        let language = self.locale.0.get_untracked();
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("items", &taken.items.len()),
            ("n", &taken.rows.len().saturating_sub(before.rows.len())),
        ];
        let words = if before.items.is_empty() {
            v::SHEET_TAKEN
        } else {
            v::SHEET_ADDED
        };
        let context = self.context;
        context.survey.change(|survey| moved(&before, &taken, survey));
        self.notices.undoable(fill(words.in_(language), slots), move || {
            context.survey.change_late(|survey| moved(&taken, &before, survey));
        });
        self.put_away();
        scroll_to(ITEMS.to_owned());
    }

    /// Takes the proposal off the page, and lets the worker go.
    pub(super) fn put_away(self) {
        self.proposed.try_set(None);
        self.refused.try_set(None);
        self.job.try_set_value(None);
    }

    /// Reads the file that came, or else the text.
    fn take_in(self, data: Option<&DataTransfer>) -> bool {
        let Some(data) = data else { return false };
        if let Some(file) = data.files().and_then(|files| files.item(0)) {
            self.read(file.into());
            return true;
        }
        let text = data.get_data("text/plain").unwrap_or_default();
        let some = !text.trim().is_empty();
        if some {
            self.read(text.into());
        }
        some
    }
}

/// Where the kind of a question is corrected.
pub(super) fn asked_id(at: usize) -> String {
    format!("asked-{at}")
}

/// What a sheet says of a survey, and nothing else of it. What has been written about the survey since stays.
fn moved(from: &Survey, to: &Survey, survey: &mut Survey) {
    if survey.title == from.title {
        survey.title.clone_from(&to.title);
    }
    let about = |survey: &Survey| (survey.start, survey.end, survey.mode, survey.returned);
    if about(survey) == about(from) {
        (survey.start, survey.end, survey.mode, survey.returned) = about(to);
    }
    survey.items.clone_from(&to.items);
    survey.columns.clone_from(&to.columns);
    survey.rows.clone_from(&to.rows);
}

#[component]
pub(super) fn SheetView(context: SurveyContext) -> impl IntoView {
    let locale = Locale::here();
    let sheet = Sheet::new(context);
    let typed = RwSignal::new(String::new());
    let over = window_event_listener(ev::dragover, |event: DragEvent| event.prevent_default());
    let dropped = window_event_listener(ev::drop, move |event: DragEvent| {
        event.prevent_default();
        sheet.take_in(event.data_transfer().as_ref());
    });
    on_cleanup(move || {
        over.remove();
        dropped.remove();
    });
    // What was shared to the page, once its survey is open.
    if let Some(file) = untrack(|| use_context::<Handed>().and_then(Handed::take_sheet)) {
        sheet.read(file.into());
    }
    let pasted = move |event: ClipboardEvent| {
        if sheet.take_in(event.clipboard_data().as_ref()) {
            event.prevent_default();
        }
    };
    let chosen = move |event: ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            if let Some(file) = input.files().and_then(|files| files.item(0)) {
                sheet.read(file.into());
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    };
    let read = move |_| sheet.read(typed.get_untracked().into());
    let asked = move || context.survey.read(|survey| !survey.items.is_empty());
    let why = move || if asked() { v::SHEET_MORE } else { v::SHEET_WHY }.in_(locale.get());
    view! {
        <section id=HERE class="answer-sheet" tabindex="-1">
            <h2>{locale.say(v::SHEET)}</h2>
            <p class="soft">{why}</p>
            <textarea rows="2" aria-label=locale.say(v::SHEET_HERE) placeholder=locale.say(v::SHEET_HERE) on:paste=pasted
                prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))></textarea>
            <p class="row actions">
                <label class="button">{locale.say(v::SHEET_CHOOSE)}
                    <input type="file" class="hidden" accept=".xlsx,.xls,.csv,.txt" on:change=chosen/></label>
                <Show when=move || typed.with(|text| !text.trim().is_empty())>
                    <button type="button" on:click=read>{locale.say(v::SHEET_READ)}</button>
                </Show>
                <span role="status">{move || sheet.busy.get().then(|| locale.say(v::SHEET_READING))}</span>
                <Kept context/>
            </p>
            <p role="alert">{move || sheet.refused.get()}</p>
            <ProposalView sheet/>
        </section>
    }
}

/// How many answers there are, and the way to clear them.
#[component]
fn Kept(context: SurveyContext) -> impl IntoView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let count = move || context.survey.read(|survey| survey.rows.len());
    let drop = move |_| {
        let mut before = (Vec::new(), Vec::new());
        context
            .survey
            .change(|survey| before = (std::mem::take(&mut survey.columns), std::mem::take(&mut survey.rows)));
        notices.undoable(v::ROWS_DROPPED.in_(locale.0.get_untracked()), move || {
            context
                .survey
                .change_late(|survey| (survey.columns, survey.rows) = before.clone());
        });
    };
    view! {
        <Show when=move || { count() > 0 }>
            <span>{move || fill(v::ROWS_READ.in_(locale.get()), &[("n", &count())])}</span>
            <button type="button" class="quiet" on:click=drop>{locale.say(v::DROP_ROWS)}</button>
        </Show>
    }
}
