//! 教研组汇总: what the members of a group handed over, read together.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::Labelled;
use luoxuan::record::Term;

use luoxuan::share::{Member, Merged, MergedSpiral, Shared, read};
use luoxuan::spiral::Turn;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::give::{LINES, file_name};
use super::given::as_text;
use crate::browser::files;
use crate::browser::pictures::bytes_of;
use crate::components::entry_card::entry_text;
use crate::components::header::term_name;
use crate::i18n::common as c;
use crate::i18n::group as t;
use crate::i18n::records as r;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{KindName, Tab, View};

/// The word in the address; no kind is called so.
pub const PLACE: &str = "merged";

/// A shared file is words; one this large is something else.
const MOST: f64 = 33_554_432.0;

thread_local! {
    /// What was opened since the page was: it outlives a look at the draft, and is written nowhere.
    static OPENED: RefCell<Vec<Shared>> = const { RefCell::new(Vec::new()) };
}

/// Where it is.
pub fn place() -> Option<KindName> {
    KindName::new(PLACE)
}

/// The page.
#[component]
pub fn MergedPage() -> impl IntoView {
    let (locale, here) = (Locale::here(), Navigator::here());
    let opened = RwSignal::new_local(OPENED.with_borrow(Clone::clone));
    let said = RwSignal::new(Vec::<String>::new());
    Effect::new(move |_| OPENED.set(opened.get()));
    let merged = Memo::new_with_compare(
        move |_| Arc::new(opened.with(|files| Merged::of(files, locale.get()))),
        |_, _| true,
    );
    let choose = move |event: web_sys::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let list = input.files();
        let all: Vec<File> = list
            .iter()
            .flat_map(|list| (0..list.length()).filter_map(|at| list.item(at)))
            .collect();
        leptos::task::spawn_local(async move {
            let mut sentences = Vec::new();
            for file in all {
                take(&file, locale, opened, &mut sentences).await;
            }
            let _ = said.try_set(sentences);
        });
        // So that the same file can be chosen again.
        input.set_value("");
    };
    let any = move || !opened.read().is_empty();
    view! {
        <p class="soft"><a href=here.link_now(View::Records(None))>{locale.say(c::RECORDS)}</a></p>
        <h1>{locale.say(t::MERGED)}</h1>
        <p class="soft">{locale.say(t::MERGED_ABOUT)} " " {locale.say(t::MERGED_SAFE)}</p>
        <p class="open-files"><label class="button"><span>{locale.say(t::OPEN)}</span>
            <input type="file" class="hidden" multiple accept=".jsonl,.txt" on:change=choose/></label></p>
        <div role="status">{move || said.get().into_iter().map(|sentence| view! { <p class="hint">{sentence}</p> }).collect_view()}</div>
        <Show when=any>
            {move || members(&merged.get(), opened, locale)}
            {move || spirals(&merged.get(), locale)}
            {move || texts(&merged.get(), locale)}
            {move || joined(&merged.get(), locale)}
            <Report merged/>
            {together(opened, locale)}
        </Show>
    }
}

type All = RwSignal<Vec<Shared>, LocalStorage>;

/// Reads one file; what it says of it that is worth a sentence.
async fn take(file: &File, locale: Locale, opened: All, sentences: &mut Vec<String>) {
    let name = file.name();
    let language = locale.0.get_untracked();
    let say = |words: luoxuan::catalog::Words| fill(words.in_(language), &[("name", &name)]);
    if file.size() > MOST {
        sentences.push(say(t::NOT_SHARED));
        return;
    }
    let Ok(bytes) = bytes_of(file).await else {
        sentences.push(say(t::UNREADABLE));
        return;
    };
    let Ok(all) = read(&bytes) else {
        sentences.push(say(t::NOT_SHARED));
        return;
    };
    let damaged: usize = all.iter().map(|shared| shared.damaged).sum();
    if damaged > 0 {
        sentences.push(fill(t::DAMAGED.in_(language), &[("name", &name), ("n", &damaged)]));
    }
    let _ = opened.try_update(|opened| opened.extend(all));
}

fn members(merged: &Merged, opened: All, locale: Locale) -> AnyView {
    let row = |member: &Member| {
        let Member { name, records, devices } = member.clone();
        let shown = name.clone();
        let count = move || fill(t::MEMBER.in_(locale.get()), &[("n", &records)]);
        let take_out = move |_| opened.update(|all| all.retain(|one| !devices.contains(&one.sender.device)));
        view! {
            <li><span><b>{shown}</b> <span class="soft">{count}</span></span>
                <button type="button" class="quiet" on:click=take_out>
                    {move || fill(t::TAKE_OUT.in_(locale.get()), &[("name", &name)])}
                </button></li>
        }
    };
    let rows = merged.members().iter().map(row);
    view! {
        <section class="list"><h2>{locale.say(t::MEMBERS)}</h2><ul class="plain members">{rows.collect_view()}</ul></section>
    }
    .into_any()
}

fn spirals(merged: &Arc<Merged>, locale: Locale) -> AnyView {
    let all = merged.spirals();
    let none = all
        .is_empty()
        .then(|| view! { <p class="soft">{locale.say(t::NO_SPIRALS)}</p> });
    let one = |spiral: MergedSpiral| {
        let whose = whose(&spiral.whose, locale);
        let turns = spiral
            .turns
            .iter()
            .map(|turn| one_turn(merged, turn, locale))
            .collect_view();
        view! { <li><details><summary>{spiral.title} " " <span class="soft">{whose}</span></summary>{turns}</details></li> }
    };
    let rows = all.into_iter().map(one).collect_view();
    view! {
        <section class="list"><h2>{locale.say(t::GROUP_SPIRALS)}</h2>{none}<ul class="plain">{rows}</ul></section>
    }
    .into_any()
}

fn texts(merged: &Arc<Merged>, locale: Locale) -> AnyView {
    let all = merged.texts();
    if all.is_empty() {
        return ().into_any();
    }
    let rows = all.into_iter().map(|text| {
        let (whose, opened) = (whose(&text.whose, locale), RwSignal::new(false));
        let (merged, record) = (merged.clone(), text.record);
        let said = move || {
            let text = merged.index().document(record);
            opened.get().then(|| text.map(|text| as_text(text, locale)))
        };
        view! {
            <li><details on:toggle=move |_| opened.set(true)>
                <summary>{text.title} " " <span class="soft">{whose}</span></summary>{said}
            </details></li>
        }
    });
    view! {
        <section class="list"><h2>{locale.say(t::GROUP_TEXTS)}</h2><ul class="plain">{rows.collect_view()}</ul></section>
    }
    .into_any()
}

fn one_turn(merged: &Merged, turn: &Turn, locale: Locale) -> AnyView {
    let number = turn.number;
    let entries = turn.entries.iter().filter_map(|id| merged.entry(*id));
    let entries = entries.map(|entry| {
        let (phase, day) = (entry.phase, entry.happened_on);
        let line = move || {
            let day = day.map(|day| crate::browser::clock::day_text(day, locale.get()));
            [phase.label().in_(locale.get()), &day.unwrap_or_default()].join(" ")
        };
        view! { <p class="soft">{line}</p> {entry_text(entry, locale)} }
    });
    view! {
        <h3>{move || fill(t::TURN.in_(locale.get()), &[("n", &number)])}</h3>
        {entries.collect_view()}
    }
    .into_any()
}

fn whose(names: &[String], locale: Locale) -> impl Fn() -> String + Send + Sync + 'static + use<> {
    let names = names.to_vec();
    move || {
        names.join(if locale.get() == luoxuan::catalog::Language::En {
            ", "
        } else {
            "、"
        })
    }
}

fn joined(merged: &Merged, locale: Locale) -> AnyView {
    let all = merged.joined();
    if all.is_empty() {
        return ().into_any();
    }
    let rows = all.iter().map(|one| {
        let whose = whose(&one.whose, locale);
        view! { <li>{one.title.clone()} " " <span class="soft">{whose}</span></li> }
    });
    view! {
        <section class="list"><h2>{locale.say(t::JOINED)}</h2><p class="soft">{locale.say(t::JOINED_ABOUT)}</p>
            <ul class="plain">{rows.collect_view()}</ul></section>
    }
    .into_any()
}

/// The group's name, and a button for each of the leader's terms.
#[component]
fn Report(merged: Memo<Arc<Merged>>) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let called = RwSignal::new(untrack(|| {
        notebook.of_surroundings(|index| index.profile().group.clone())
    }));
    let terms = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            let terms = index.terms().into_iter().rev();
            let terms = terms.filter(|(_, term)| term.span().is_some());
            terms
                .map(|(id, term)| (id, term_name(term, locale)))
                .collect::<Vec<_>>()
        })
    });
    let draft = move |term: RecordId| {
        let said = untrack(|| notebook.of_surroundings(|index| index.get::<Term>(term).cloned()));
        let draft = said.and_then(|term| {
            let merged = merged.get_untracked();
            merged.report(&called.get_untracked(), &term, locale.0.get_untracked())
        });
        if let Some(document) = draft {
            here.go(View::Text(notebook.add(&document), Tab::Write));
        }
    };
    view! {
        <section class="list">
            <h2>{locale.say(t::DRAFT)}</h2>
            <p class="soft">{locale.say(t::DRAFT_ABOUT)}</p>
            <p><label class="choice"><span>{locale.say(t::CALLED)}</span>
                <input type="text" autocomplete="off" prop:value=called.get_untracked()
                    on:input=move |event| called.set(event_target_value(&event))/></label></p>
            <Show when=move || !terms.read().is_empty() fallback=move || view! {
                <p><a href=move || here.link(View::Settings)>{locale.say(r::REPORT_NO_TERM)}</a></p>
            }>
                <p class="row">{move || terms.get().into_iter().map(|(id, name)| view! {
                    <button type="button" on:click=move |_| draft(id)>{name}</button>
                }).collect_view()}</p>
            </Show>
        </section>
    }
}

/// All of them as one file.
fn together(opened: All, locale: Locale) -> AnyView {
    let save = move |_| {
        let all: String = opened.with_untracked(|all| all.iter().map(Shared::write).collect());
        let name = file_name(t::TOGETHER_FILE.in_(locale.0.get_untracked()));
        // A browser that refuses has said so itself.
        let _ = files::download(&name, LINES, all.as_bytes());
    };
    view! {
        <Show when=move || { opened.read().len() > 1 }>
            <section class="list"><h2>{locale.say(t::TOGETHER)}</h2><p class="soft">{locale.say(t::TOGETHER_ABOUT)}</p>
                <p><button type="button" on:click=save>{locale.say(t::TOGETHER)}</button></p></section>
        </Show>
    }
    .into_any()
}
