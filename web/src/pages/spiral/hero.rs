//! The head of a spiral's page: its name, where it stands, and the drawing.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, called};
use luoxuan::record::{SpiralState, Vehicle, VehicleKind};
use luoxuan::spiral::draw;
use luoxuan::text::excerpt;
use luoxuan::{RecordId, Spiral, Survey};

use crate::browser::clock;
use crate::here::Here;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::spiral as s;
use crate::i18n::survey as v;
use crate::i18n::text as x;
use crate::i18n::{Locale, fill};
use crate::keeping::Backup;
use crate::notebook::Notebook;
use crate::parts::choice::Choice;
use crate::parts::drawing::{Picture, SpiralDrawing};
use crate::parts::editor::composing;
use crate::parts::field::following_of;
use crate::parts::notices::Notices;
use crate::parts::open::Editable;
use crate::place::View;

/// The head of the page.
#[component]
pub(super) fn Hero(id: RecordId) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Here::here(), Notebook::here());
    let spiral = Memo::new(move |_| {
        notebook
            .of_record(id, |index| index.spiral(id).cloned())
            .unwrap_or_default()
    });
    let picture = Memo::new(move |_| {
        let language = locale.get();
        notebook.of_spiral(id, |index| {
            let turns = index.turns(id);
            let drawing = draw(&turns, |id| index.entry(id));
            let names = drawing.dots.iter().map(|dot| {
                let entry = index.entry(dot.entry);
                let day = entry
                    .and_then(luoxuan::Entry::day)
                    .map(|day| clock::day_text(day, language));
                let text = entry.map(|entry| excerpt(entry.opening(), 28)).unwrap_or_default();
                format!("{} {} {text}", dot.phase.label().in_(language), day.unwrap_or_default())
            });
            Picture {
                title: index.spiral(id).map(|spiral| spiral.title.clone()).unwrap_or_default(),
                turns: turns.len(),
                names: names.collect(),
                drawing,
            }
        })
    });
    let above = move || {
        let language = locale.get();
        notebook.of_surroundings(|index| {
            let vehicle = spiral
                .with(|spiral| spiral.vehicle)
                .and_then(|id| index.of_kind::<Vehicle>().find(|(known, _)| *known == id));
            let vehicle =
                vehicle.map(|(_, vehicle)| called(index.settings(), vehicle.sort.word(), language).to_owned());
            let themes = spiral.with(|spiral| spiral.themes.clone());
            vehicle.into_iter().chain(themes).collect::<Vec<_>>().join(" · ")
        })
    };
    let facts = move || {
        let language = locale.get();
        let (begun, turn) = notebook.of_spiral(id, |index| {
            let begun = index.days_of(id).min();
            (begun, index.turns(id).last().map(|turn| (turn.number, turn.state)))
        });
        let mut facts = Vec::new();
        spiral.with(|spiral| {
            let pupils = spiral.pupils.map(|n| fill(s::PUPILS.in_(language), &[("n", &n)]));
            facts.push(
                [Some(spiral.class.clone()), pupils]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" "),
            );
            facts.push(spiral.subject.clone());
            if spiral.state != SpiralState::Running {
                facts.push(spiral.state.label().in_(language).to_owned());
            }
        });
        facts.extend(turn.map(|(number, state)| {
            format!(
                "{} · {}",
                fill(t::TURN.in_(language), &[("n", &number)]),
                state.label().in_(language)
            )
        }));
        facts.extend(begun.map(|day| fill(s::SINCE.in_(language), &[("date", &clock::day_text(day, language))])));
        let shown = facts.into_iter().filter(|fact| !fact.trim().is_empty());
        shown.map(|fact| view! { <span>{fact}</span> }).collect_view()
    };
    // The entry this spiral branched from, with its own spiral.
    let origin = move || {
        let from = spiral.with(|spiral| spiral.branched_from)?;
        notebook.of_record(from, |index| {
            let parent = index.entry(from)?.spiral?;
            Some((parent, from, excerpt(&index.spiral(parent)?.title, 30)))
        })
    };
    let surveys = move || {
        notebook.of_spiral(id, |index| {
            let all = index.in_spiral::<Survey>(id);
            all.map(|(id, survey)| (id, survey.title.clone())).collect::<Vec<_>>()
        })
    };
    let begin_survey = move |_| {
        let survey = Survey {
            spiral: Some(id),
            ..Survey::default()
        };
        here.go(View::Survey(notebook.add(&survey)));
    };
    view! {
        <section class="hero">
            <div>
                <p class="soft">{above}</p>
                <h1 class="hidden">{move || spiral.with(|spiral| spiral.title.clone())}</h1>
                <textarea class="title" rows="1" aria-label=locale.say(s::TITLE) placeholder=locale.say(s::TITLE_HINT)
                    node_ref=following_of(move || Some(id), move || spiral.with(|spiral| spiral.title.clone()))
                    on:keydown=move |event| if event.key() == "Enter" && !composing(&event) {
                        event.prevent_default();
                        event_target::<web_sys::HtmlElement>(&event).blur().unwrap_or_default();
                    }
                    on:change=move |event| {
                        // A name is one line, however it was pasted.
                        let title = event_target_value(&event).split_whitespace().collect::<Vec<_>>().join(" ");
                        notebook.change_spiral(id, |spiral| spiral.title = title);
                    }></textarea>
                <p class="meta">{facts}</p>
                {move || origin().map(|(from, entry, name)| view! {
                    <p class="soft"><a href=move || here.link(View::Spiral(from, Some(entry)))>
                        {move || fill(s::BRANCH_OF.in_(locale.get()), &[("name", &name)])}
                    </a></p>
                })}
                <p class="row actions leads">
                    <a class="button" href=move || here.link(View::Texts(Some(id)))>{locale.say(x::TO_TEXT)}</a>
                    {move || surveys().into_iter().map(|(survey, title)| view! {
                        <a class="chip" href=here.link_now(View::Survey(survey))>
                            {locale.say(v::SURVEY)} " " {if title.trim().is_empty() { v::UNTITLED.in_(locale.get()).to_owned() } else { title }}
                        </a>
                    }).collect_view()}
                    <button type="button" class="quiet" on:click=begin_survey>{locale.say(v::NEW_SURVEY)}</button>
                </p>
                <Details id spiral/>
            </div>
            <SpiralDrawing picture
                link=move |entry| here.link_now(View::Spiral(id, Some(entry)))
                branch=move |spiral| here.link_now(View::Spiral(spiral, None))/>
        </section>
    }
}

/// What else is known about a spiral; every change is kept at once.
#[component]
fn Details(id: RecordId, spiral: Memo<Spiral>) -> impl IntoView {
    let backup = Backup::here();
    let (locale, here, notebook, notices) = (Locale::here(), Here::here(), Notebook::here(), Notices::here());
    let text = move |label: luoxuan::catalog::Words, read: fn(&Spiral) -> String, write: fn(&mut Spiral, String)| {
        view! {
            <label class="choice"><span>{locale.say(label)}</span>
                <input type="text" node_ref=following_of(move || Some(id), move || spiral.with(read))
                    on:change=move |event| notebook.change_spiral(id, |spiral| write(spiral, event_target_value(&event).trim().to_owned()))/>
            </label>
        }
    };
    let vehicle = Memo::new(move |_| {
        let id = spiral.with(|spiral| spiral.vehicle)?;
        notebook.of_surroundings(|index| {
            index
                .of_kind::<Vehicle>()
                .find(|(known, _)| *known == id)
                .map(|(_, vehicle)| (id, vehicle.clone()))
        })
    });
    let set_vehicle = move |change: &dyn Fn(&mut Vehicle)| {
        let (known, mut now) = vehicle.get_untracked().unzip();
        change(now.get_or_insert_default());
        let now = now.unwrap_or_default();
        match known {
            Some(vehicle) => notebook.write(vehicle, &now),
            None => {
                let vehicle = notebook.add(&now);
                notebook.change_spiral(id, |spiral| spiral.vehicle = Some(vehicle));
            }
        }
    };
    // The school's own words for the vehicles, where it has them.
    let vehicle_name = move |kind: VehicleKind| {
        move || notebook.of_surroundings(|index| called(index.settings(), kind.word(), locale.get()).to_owned())
    };
    let remove = move |_| {
        let all = notebook.trash_spiral(id);
        notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || {
            notebook.restore_all(&all);
        });
        here.go(View::Spirals);
    };
    let unknown_vehicle = move || {
        vehicle.with(|vehicle| {
            let (_, vehicle) = vehicle.as_ref()?;
            vehicle.unknown_word("sort").map(str::to_owned)
        })
    };
    view! {
        <details class="about">
            <summary>{locale.say(s::DETAILS)}</summary>
            <Editable of=Signal::derive(move || Some(id))><div class="row">
                {text(s::SUBJECT, |spiral| spiral.subject.clone(), |spiral, text| spiral.subject = text)}
                {text(t::CLASS, |spiral| spiral.class.clone(), |spiral, text| spiral.class = text)}
                {text(s::PUPIL_COUNT, |spiral| spiral.pupils.map(|n| n.to_string()).unwrap_or_default(), |spiral, text| spiral.pupils = text.parse().ok())}
                {text(s::THEMES, |spiral| spiral.themes.join("、"), |spiral, text| {
                    let parts = text.split(['、', '，', ',', ';', '；']).map(str::trim);
                    spiral.themes = parts.filter(|part| !part.is_empty()).map(Into::into).collect();
                })}
                <label class="choice"><span>{locale.say(s::VEHICLE)}</span>
                    <select on:change=move |event| match VehicleKind::from_word(&event_target_value(&event)) {
                        Some(kind) => set_vehicle(&|vehicle| {
                            vehicle.other.remove("sort");
                            vehicle.sort = kind;
                        }),
                        None => notebook.change_spiral(id, |spiral| spiral.vehicle = None),
                    }>
                        <option value="" selected=move || vehicle.read().is_none()>{locale.say(s::NO_VEHICLE)}</option>
                        {move || unknown_vehicle().map(|word| view! { <option value=word.clone() selected=true>{word.clone()}</option> })}
                        {VehicleKind::ALL.iter().map(|kind| view! {
                            <option value=kind.word() selected=move || unknown_vehicle().is_none() && vehicle.with(|vehicle| vehicle.as_ref().is_some_and(|(_, vehicle)| vehicle.sort == *kind))>
                                {vehicle_name(*kind)}
                            </option>
                        }).collect_view()}
                    </select>
                </label>
                <Show when=move || vehicle.read().is_some()>
                    <label class="choice"><span>{locale.say(s::VEHICLE_NAME)}</span>
                        <input type="text" node_ref=following_of(
                            move || vehicle.with(|vehicle| vehicle.as_ref().map(|(id, _)| *id)),
                            move || vehicle.with(|vehicle| vehicle.as_ref().map(|(_, vehicle)| vehicle.name.clone())).unwrap_or_default(),
                        )
                            on:change=move |event| { let name = event_target_value(&event); set_vehicle(&|vehicle| vehicle.name = name.trim().into()); }/>
                    </label>
                </Show>
                <Choice label=s::STATE options=SpiralState::ALL.iter().map(|state| (state.word(), state.label())).collect()
                    value=Signal::derive(move || spiral.with(|spiral| spiral.state.word()))
                    unknown=Signal::derive(move || spiral.with(|spiral| spiral.unknown_word("state").map(str::to_owned)))
                    on_change=move |word: String| if let Some(state) = SpiralState::from_word(&word) {
                        notebook.change_spiral(id, |spiral| {
                            spiral.other.remove("state");
                            spiral.state = state;
                        });
                    }/>
                <Show when=move || spiral.with(|spiral| spiral.state != SpiralState::Running)>
                    {text(s::STATE_NOTE, |spiral| spiral.state_note.clone(), |spiral, text| spiral.state_note = text)}
                </Show>
            </div></Editable>
            <p class="row">
                <button type="button" on:click=move |_| backup.save_spiral(id, spiral.with_untracked(|spiral| spiral.title.clone()))>{locale.say(s::SAVE_MARKDOWN)}</button>
            </p>
            <p><button type="button" class="quiet" on:click=remove>{locale.say(s::REMOVE_SPIRAL)}</button></p>
        </details>
    }
}
