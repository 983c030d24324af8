//! 交给教研组长: what would go into the file for the group leader, record by record, and the file.

use std::collections::BTreeSet;

use leptos::prelude::*;
use luoxuan::catalog::Words;
use luoxuan::kind::Kinds;
use luoxuan::record::{Kind, Record, Term};
use luoxuan::share::{Offer, Parcel, Sender, offers};
use luoxuan::text::excerpt;
use luoxuan::{Document, Entry, RecordId, Spiral};

use super::given::as_read;
use super::table::TermChoice;
use crate::browser::{clock, files};
use crate::components::header::term_name;
use crate::components::notices::Notices;
use crate::i18n::common as c;
use crate::i18n::find::MORE;
use crate::i18n::group as t;
use crate::i18n::records as r;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// So many rows of a kind are shown at once.
const ROWS: usize = 100;

/// The media type of lines of JSON.
pub(super) const LINES: &str = "application/jsonl";

/// For which days, what would go, and a button.
#[component]
pub fn GiveToLeader() -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let (term, looks) = (RwSignal::new(None), RwSignal::new(false));
    let look = move |_| {
        term.set(untrack(|| this_term(notebook)));
        looks.set(true);
    };
    let offered = Memo::new(move |_| {
        let span = move |term: RecordId| notebook.of_surroundings(|index| index.get::<Term>(term)?.span());
        let span = term.get().and_then(span);
        if looks.get() {
            notebook.of_all(|index| offers(index, span))
        } else {
            Vec::new()
        }
    });
    view! {
        <section class="list">
            <h2>{locale.say(t::GIVE)}</h2>
            <p class="soft">{locale.say(t::GIVE_ABOUT)}</p>
            <Show when=move || looks.get() fallback=move || view! {
                <p><button type="button" on:click=look>{locale.say(t::LOOK)}</button></p>
            }>
                <div class="row"><TermChoice term/></div>
                {move || list(offered, term)}
            </Show>
        </section>
    }
}

/// The term of today, or else the last before it.
fn this_term(notebook: Notebook) -> Option<RecordId> {
    let today = clock::now().date();
    notebook.of_surroundings(|index| {
        let terms = index
            .terms()
            .into_iter()
            .filter_map(|(id, term)| Some((term.span()?, id)));
        let begun = terms.filter(|(span, _)| span.start <= today);
        begun.max_by_key(|(span, _)| span.start).map(|(_, id)| id)
    })
}

/// What is chosen of what is offered.
#[derive(Clone, Copy)]
struct Chosen {
    offered: Memo<Vec<Offer>>,
    /// What was ticked otherwise than it began.
    turned: RwSignal<BTreeSet<RecordId>>,
}

impl Chosen {
    fn has(self, offer: &Offer) -> bool {
        offer.begins_chosen != self.turned.with(|turned| turned.contains(&offer.record))
    }

    fn set(self, offer: &Offer, on: bool) {
        self.turned.update(|turned| {
            if on == offer.begins_chosen {
                turned.remove(&offer.record);
            } else {
                turned.insert(offer.record);
            }
        });
    }

    /// An entry is nothing without its spiral, and a spiral that stays keeps its entries; so it is with a school's own kind.
    fn tick(self, offer: &Offer, on: bool) {
        self.set(offer, on);
        let related = |other: &&Offer| match offer.within {
            Some(whole) => on && other.record == whole,
            None => !on && other.within == Some(offer.record),
        };
        let related = untrack(|| {
            self.offered
                .with(|all| all.iter().filter(related).cloned().collect::<Vec<_>>())
        });
        for other in &related {
            self.set(other, on);
        }
    }

    fn records(self) -> BTreeSet<RecordId> {
        self.offered.with(|all| {
            let chosen = all.iter().filter(|offer| self.has(offer));
            chosen.map(|offer| offer.record).collect()
        })
    }
}

fn list(offered: Memo<Vec<Offer>>, term: RwSignal<Option<RecordId>>) -> AnyView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    if offered.read().is_empty() {
        return view! { <p class="soft" role="status">{locale.say(t::NOTHING)}</p> }.into_any();
    }
    let chosen = Chosen {
        offered,
        turned: RwSignal::default(),
    };
    let all = offered.get();
    let wholes = [Spiral::KIND, Entry::KIND, Kind::KIND, Document::KIND];
    let around = all
        .iter()
        .filter(|offer| offer.within.is_none() && !wholes.contains(&&*offer.kind));
    let mut kinds: Vec<&str> = around.map(|offer| offer.kind.as_str()).collect();
    kinds.dedup();
    let of_word = |word: &str| {
        all.iter()
            .filter(|offer| offer.kind == word)
            .cloned()
            .collect::<Vec<_>>()
    };
    let of_kind = |name: &str| {
        let label = Kinds::built_in().named(name).cloned();
        let label = move || label.as_ref().map(|kind| kind.label(locale.get()).to_owned());
        view! { <h3>{label}</h3> {rows(of_word(name), chosen)} }
    };
    let around = kinds.iter().map(|kind| of_kind(kind)).collect_view();
    let wholes = |word: &str, heading: Words, about: Words, every: Words| {
        let wholes = of_word(word);
        (!wholes.is_empty()).then(|| {
            view! {
                <h3>{locale.say(heading)}</h3>
                <p class="soft">{locale.say(about)}</p>
                {wholes.into_iter().map(|whole| with_its_own(whole, &all, chosen, every)).collect_view()}
            }
        })
    };
    let own = wholes(Kind::KIND, t::OWN_KINDS, t::OWN_KINDS_ABOUT, t::ALL_OF_KIND);
    let spirals = wholes(Spiral::KIND, t::SPIRALS, t::SPIRALS_ABOUT, t::ALL_ENTRIES);
    let texts = of_word(Document::KIND);
    let texts = (!texts.is_empty()).then(|| {
        view! { <h3>{locale.say(c::TEXTS)}</h3> <p class="soft">{locale.say(t::TEXTS_ABOUT)}</p> {rows(texts, chosen)} }
    });
    let nameless = move || notebook.of_surroundings(|index| index.profile().name.trim().is_empty());
    view! {
        <div class="give">{around}{own}{spirals}{texts}</div>
        <Show when=nameless>
            <p class="hint"><a href=move || here.link(View::Settings)>{locale.say(t::NO_NAME)}</a></p>
        </Show>
        <p class="row"><button type="button" class="main" disabled=move || chosen.records().is_empty() on:click=move |_| {
            let (name, file, count) = made(&untrack(|| chosen.records()), term, notebook, locale);
            // A browser that refuses has said so itself.
            if files::download(&name, LINES, file.as_bytes()).is_some() {
                notices.say(fill(t::MADE.in_(locale.0.get_untracked()), &[("name", &name), ("n", &count)]));
            }
        }>
            {move || fill(t::MAKE.in_(locale.get()), &[("n", &chosen.records().len())])}
        </button></p>
    }
    .into_any()
}

/// A row for each, the first of them at once: of twenty years there may be thousands.
fn rows(offers: Vec<Offer>, chosen: Chosen) -> AnyView {
    let locale = Locale::here();
    let most = RwSignal::new(ROWS);
    let all = offers.len();
    let further = move || all.saturating_sub(most.get());
    let offers = StoredValue::new(offers);
    let shown = move || offers.with_value(|offers| offers.iter().take(most.get()).cloned().collect::<Vec<_>>());
    view! {
        <ul class="plain"><For each=shown key=|offer| offer.record let(offer)>{row(offer, chosen)}</For></ul>
        <Show when=move || further() != 0>
            <p><button type="button" on:click=move |_| most.update(|most| *most += ROWS)>
                {move || fill(MORE.in_(locale.get()), &[("n", &ROWS.min(further()))])}
            </button></p>
        </Show>
    }
    .into_any()
}

/// A spiral or a school's own kind, and what is nothing without it.
fn with_its_own(whole: Offer, all: &[Offer], chosen: Chosen, all_of_it: Words) -> AnyView {
    let locale = Locale::here();
    let of_it = |offer: &&Offer| offer.within == Some(whole.record);
    let entries: Vec<_> = all.iter().filter(of_it).cloned().collect();
    let mine = entries.clone();
    let every = Memo::new(move |_| mine.iter().all(|entry| chosen.has(entry)));
    let mine = entries.clone();
    let tick = move |on: bool| mine.iter().for_each(|entry| chosen.tick(entry, on));
    let many = entries.len() > 1;
    view! {
        <ul class="plain">
            {row(whole, chosen)}
            <li><ul class="plain within">
                {many.then(|| view! {
                    <li><label class="check soft"><input type="checkbox" prop:checked=move || every.get()
                        on:change=move |event| tick(event_target_checked(&event))/>{locale.say(all_of_it)}</label></li>
                })}
                {entries.into_iter().map(|entry| row(entry, chosen)).collect_view()}
            </ul></li>
        </ul>
    }
    .into_any()
}

/// A box, what it is, and what will be read of it.
fn row(offer: Offer, chosen: Chosen) -> AnyView {
    let locale = Locale::here();
    let title = excerpt(&offer.title, 60).trim().to_owned();
    let day = offer.day;
    let (mine, ticked, record) = (offer.clone(), offer, mine_of(chosen));
    let (id, within) = (mine.record, mine.within);
    let named = move || {
        let (title, language) = (title.clone(), locale.get());
        let title = if title.is_empty() {
            r::UNTITLED.in_(language).to_owned()
        } else {
            title
        };
        let day = day.map(|day| clock::day_text(day, language)).unwrap_or_default();
        [title, day].join(" ").trim().to_owned()
    };
    let opened = RwSignal::new(false);
    view! {
        <li>
            <label class="check"><input type="checkbox" prop:checked=move || chosen.has(&mine)
                on:change=move |event| chosen.tick(&ticked, event_target_checked(&event))/><span>{named}</span></label>
            <details on:toggle=move |_| opened.set(true)>
                <summary>{locale.say(t::SAYS)}</summary>
                {move || opened.get().then(|| record(id, within))}
            </details>
        </li>
    }
    .into_any()
}

/// What one of them will say, beside the others that are chosen now. Tracked.
fn mine_of(chosen: Chosen) -> impl Fn(RecordId, Option<RecordId>) -> AnyView + Copy + Send + Sync + 'static {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    move |id, within| {
        let mut records = chosen.records();
        // Shown before it is ticked, too; an entry with its spiral.
        records.insert(id);
        records.extend(within);
        let content = notebook.of_all(|index| Parcel::of(index, &records).says(id));
        content.map_or_else(|| ().into_any(), |content| as_read(notebook, id, &content, locale))
    }
}

/// The file of what is chosen: its name, what it says, and how many records.
fn made(
    chosen: &BTreeSet<RecordId>,
    term: RwSignal<Option<RecordId>>,
    notebook: Notebook,
    locale: Locale,
) -> (String, String, usize) {
    let language = locale.0.get_untracked();
    untrack(|| {
        notebook.of_all(|index| {
            let said = term.get().and_then(|term| index.get::<Term>(term));
            let sender = Sender {
                name: index.profile().name.trim().to_owned(),
                device: notebook.keeper().device(),
                at: clock::now(),
                span: said.and_then(Term::span),
            };
            let parcel = Parcel::of(index, chosen);
            let when = said.map_or_else(|| r::ALL_TERMS.in_(language).to_owned(), |term| term_name(term, locale));
            let who = if sender.name.is_empty() {
                t::SOMEBODY.in_(language)
            } else {
                &sender.name
            };
            let name = [who, t::FILE.in_(language), &when].join("-");
            (file_name(&name), parcel.file(&sender), parcel.records().len())
        })
    })
}

/// A name that every system takes.
pub(super) fn file_name(name: &str) -> String {
    let plain = |letter: char| {
        if "/\\:*?\"<>|".contains(letter) || letter.is_control() {
            ' '
        } else {
            letter
        }
    };
    format!("{}.jsonl", name.chars().map(plain).collect::<String>().trim())
}

/// Where to go from the list of all kinds to the group's.
#[component]
pub fn ToMerged() -> impl IntoView {
    let (locale, here) = (Locale::here(), Navigator::here());
    let to = View::Records(super::merged::place());
    view! {
        <section class="list">
            <h2>{locale.say(t::MERGED)}</h2>
            <p class="soft">{locale.say(t::MERGED_ABOUT)}</p>
            <p><a href=here.link_now(to)>{locale.say(t::OPEN)}</a></p>
        </section>
    }
}
