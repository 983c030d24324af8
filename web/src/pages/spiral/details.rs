//! What else is known about a spiral; every change is kept at once.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Words, called};
use luoxuan::record::{SpiralState, Vehicle, VehicleKind};
use luoxuan::{RecordId, Spiral};

use crate::components::field::words_in_row;
use crate::components::notices::Notices;
use crate::components::open::Editable;
use crate::components::select::Select;
use crate::i18n::Locale;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::spiral as s;
use crate::keeping::Backup;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

#[component]
pub(super) fn Details(id: RecordId, spiral: Memo<Spiral>) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let backup = Backup::here();
    let remove = move |_| {
        let undo = notebook.trash_spiral(id);
        notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || notebook.undo(&undo));
        here.go(View::Spirals);
    };
    view! {
        <details class="about">
            <summary>{locale.say(s::DETAILS)}</summary>
            <Editable of=Signal::derive(move || Some(id))><div class="row">
                {line(id, spiral, s::SUBJECT, |spiral| spiral.subject.clone(), |spiral, text| spiral.subject = text)}
                {line(id, spiral, t::CLASS, |spiral| spiral.class.clone(), |spiral, text| spiral.class = text)}
                {line(id, spiral, s::PUPIL_COUNT, |spiral| spiral.pupils.map(|n| n.to_string()).unwrap_or_default(), |spiral, text| spiral.pupils = text.parse().ok())}
                {line(id, spiral, s::THEMES, |spiral| spiral.themes.join("、"), |spiral, text| {
                    let parts = text.split(['、', '，', ',', ';', '；']).map(str::trim);
                    spiral.themes = parts.filter(|part| !part.is_empty()).map(Into::into).collect();
                })}
                {vehicle(id, spiral)}
                <Select label=s::STATE options=SpiralState::ALL.iter().map(|state| (state.word(), state.label())).collect()
                    value=Signal::derive(move || spiral.with(|spiral| spiral.state.word()))
                    unknown=Signal::derive(move || spiral.with(|spiral| spiral.unknown_word("state").map(str::to_owned)))
                    on_change=move |word: String| if let Some(state) = SpiralState::from_word(&word) {
                        notebook.change_spiral(id, |spiral| {
                            spiral.other.remove("state");
                            spiral.state = state;
                        });
                    }/>
                <Show when=move || spiral.with(|spiral| spiral.state != SpiralState::Running)>
                    {line(id, spiral, s::STATE_NOTE, |spiral| spiral.state_note.clone(), |spiral, text| spiral.state_note = text)}
                </Show>
            </div></Editable>
            <p class="row">
                <button type="button" on:click=move |_| backup.save_spiral(id, spiral.with_untracked(|spiral| spiral.title.clone()))>{locale.say(s::SAVE_MARKDOWN)}</button>
            </p>
            <p><button type="button" class="quiet" on:click=remove>{locale.say(s::REMOVE_SPIRAL)}</button></p>
        </details>
    }
}

/// A field of one line.
fn line(
    id: RecordId,
    spiral: Memo<Spiral>,
    label: Words,
    read: fn(&Spiral) -> String,
    write: fn(&mut Spiral, String),
) -> AnyView {
    let notebook = Notebook::here();
    let keep = move |text| notebook.change_spiral(id, |spiral| write(spiral, text));
    words_in_row(move || Some(id), label, move || spiral.with(read), keep)
}

/// What the spiral is done for, which is a record of its own.
#[derive(Clone, Copy)]
struct Chosen {
    spiral: RecordId,
    vehicle: Memo<Option<(RecordId, Vehicle)>>,
    notebook: Notebook,
}

impl Chosen {
    fn change(self, change: impl FnOnce(&mut Vehicle)) {
        let (known, now) = self.vehicle.get_untracked().unzip();
        let mut now = now.unwrap_or_default();
        change(&mut now);
        match known {
            Some(vehicle) => self.notebook.write(vehicle, &now),
            None => {
                let vehicle = self.notebook.add(&now);
                let spiral = self.spiral;
                self.notebook
                    .change_spiral(spiral, |spiral| spiral.vehicle = Some(vehicle));
            }
        }
    }

    fn choose(self, word: &str) {
        match VehicleKind::from_word(word) {
            Some(kind) => self.change(|vehicle| {
                vehicle.other.remove("sort");
                vehicle.sort = kind;
            }),
            None => self.notebook.change_spiral(self.spiral, |spiral| spiral.vehicle = None),
        }
    }

    /// The word of a later version for what it is.
    fn unknown(self) -> Option<String> {
        self.vehicle.with(|vehicle| {
            let (_, vehicle) = vehicle.as_ref()?;
            vehicle.unknown_word("sort").map(str::to_owned)
        })
    }

    fn is(self, kind: VehicleKind) -> bool {
        self.unknown().is_none()
            && self
                .vehicle
                .with(|vehicle| vehicle.as_ref().is_some_and(|(_, vehicle)| vehicle.sort == kind))
    }
}

fn vehicle(id: RecordId, spiral: Memo<Spiral>) -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let vehicle = Memo::new(move |_| {
        let id = spiral.with(|spiral| spiral.vehicle)?;
        notebook.of_surroundings(|index| {
            let all = index.of_kind::<Vehicle>();
            let mut these = all.filter(|(known, _)| *known == id);
            these.next().map(|(_, vehicle)| (id, vehicle.clone()))
        })
    });
    let chosen = Chosen {
        spiral: id,
        vehicle,
        notebook,
    };
    // The school's own words for the vehicles, where it has them.
    let name = move |kind: VehicleKind| {
        move || notebook.of_surroundings(|index| called(index.settings(), kind.word(), locale.get()).to_owned())
    };
    let its = move |read: fn(&(RecordId, Vehicle)) -> String| vehicle.with(|vehicle| vehicle.as_ref().map(read));
    view! {
        <label class="choice"><span>{locale.say(s::VEHICLE)}</span>
            <select on:change=move |event| chosen.choose(&event_target_value(&event))>
                <option value="" selected=move || vehicle.read().is_none()>{locale.say(s::NO_VEHICLE)}</option>
                {move || chosen.unknown().map(|word| view! { <option value=word.clone() selected=true>{word.clone()}</option> })}
                {VehicleKind::ALL.iter().map(|kind| view! {
                    <option value=kind.word() selected=move || chosen.is(*kind)>{name(*kind)}</option>
                }).collect_view()}
            </select>
        </label>
        <Show when=move || vehicle.read().is_some()>
            {words_in_row(
                move || vehicle.with(|vehicle| vehicle.as_ref().map(|(id, _)| *id)),
                s::VEHICLE_NAME,
                move || its(|(_, vehicle)| vehicle.name.clone()).unwrap_or_default(),
                move |name| chosen.change(|vehicle| vehicle.name = name),
            )}
        </Show>
    }
    .into_any()
}
