//! What is counted in a spiral: a chart each, all values, and adding to them.

use leptos::html::{Form, Input};
use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Words};
use luoxuan::record::{Direction, Indicator};
use luoxuan::text::excerpt;
use luoxuan::{Measure, RecordId};

use super::Bench;
use crate::browser::{clock, random};
use crate::components::chart::{Chart, Point};
use crate::components::field::words_in_row;
use crate::components::notices::Notices;
use crate::components::open::Editable;
use crate::components::select::Select;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::spiral as s;
use crate::notebook::Notebook;

/// A value as people write it: `22/42` or `171 字`; a share is never shown without its base.
pub(super) fn figure(measure: &Measure, indicator: &Indicator) -> Option<String> {
    match (measure.count, measure.of.or(indicator.base)) {
        (Some(count), Some(of)) => Some(format!("{count}/{of}")),
        (Some(count), None) => Some(format!("{count} {}", indicator.unit).trim_end().to_owned()),
        (None, _) => measure
            .figure
            .map(|figure| format!("{figure} {}", indicator.unit).trim_end().to_owned()),
    }
}

/// The same with the share in percent, for a list.
fn figure_with_share(measure: &Measure, indicator: &Indicator) -> Option<String> {
    let figure = figure(measure, indicator)?;
    Some(match measure.percent() {
        Some(percent) => format!("{figure}（{percent:.1}%）"),
        None => figure,
    })
}

/// The indicators of the spiral.
#[component]
pub(super) fn Indicators(bench: Bench) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let spiral = bench.spiral;
    let keys = Memo::new(move |_| {
        notebook.of_record(spiral, |index| {
            let header = index.spiral(spiral);
            header.map(|header| {
                header
                    .indicators()
                    .into_iter()
                    .map(|(key, _)| key.to_owned())
                    .collect::<Vec<_>>()
            })
        })
    });
    view! {
        <section>
            <h2>{locale.say(s::INDICATORS)}</h2>
            <For each=move || keys.get().unwrap_or_default() key=Clone::clone let(key)><OneIndicator bench key/></For>
            <NewIndicator bench/>
        </section>
    }
}

/// An indicator of the spiral, by its key, with its values.
#[derive(Clone, Copy)]
struct Counted {
    bench: Bench,
    key: StoredValue<String>,
    indicator: Memo<Indicator>,
    values: Memo<Vec<(RecordId, Measure)>>,
    locale: Locale,
    notebook: Notebook,
    notices: Notices,
}

impl Counted {
    fn new(bench: Bench, key: String) -> Self {
        let (notebook, spiral) = (Notebook::here(), bench.spiral);
        let key = StoredValue::new(key);
        let indicator = Memo::new(move |_| {
            let header = notebook.of_record(spiral, |index| index.spiral(spiral).cloned());
            key.with_value(|key| header.and_then(|header| header.indicators.get(key).cloned()))
                .unwrap_or_default()
        });
        let values = Memo::new(move |_| {
            notebook.of_spiral(spiral, |index| {
                let all = index.in_spiral::<Measure>(spiral);
                let these = all.filter(|(_, measure)| key.with_value(|key| measure.indicator == *key));
                these.map(|(id, measure)| (id, measure.clone())).collect::<Vec<_>>()
            })
        });
        Self {
            bench,
            key,
            indicator,
            values,
            locale: Locale::here(),
            notebook,
            notices: Notices::here(),
        }
    }

    fn change(self, change: impl FnOnce(&mut Indicator)) {
        self.notebook.change_spiral(self.bench.spiral, |spiral| {
            if let Some(indicator) = self.key.with_value(|key| spiral.indicators.get_mut(key)) {
                change(indicator);
            }
        });
    }

    /// Its values stay: bringing the indicator back brings them back.
    fn take_away(self) {
        let (notebook, spiral) = (self.notebook, self.bench.spiral);
        let (key, before) = (self.key.get_value(), self.indicator.get_untracked());
        notebook.change_spiral(spiral, |spiral| {
            spiral.indicators.remove(&key);
        });
        self.notices
            .undoable(c::REMOVED.in_(self.locale.0.get_untracked()), move || {
                notebook.change_spiral(spiral, |spiral| {
                    spiral.indicators.insert(key.clone(), before.clone());
                });
            });
    }

    fn remove(self, value: RecordId) {
        let undo = self.notebook.trash(value);
        let said = c::TRASHED.in_(self.locale.0.get_untracked());
        self.notices.undoable(said, move || self.notebook.undo(&undo));
    }

    fn chart(self) -> Option<AnyView> {
        let indicator = self.indicator.read();
        let values = self.values.read();
        let point = |(_, measure): &(RecordId, Measure)| {
            let day = measure.on.map(clock::short_day_text);
            Some(Point {
                day: day.unwrap_or_default(),
                value: measure.value()?,
                text: figure(measure, &indicator)?,
            })
        };
        let points: Vec<Point> = values.iter().filter_map(point).collect();
        if points.is_empty() {
            return None;
        }
        let told = points.iter().map(|point| format!("{} {}", point.day, point.text));
        let label = format!("{}：{}", indicator.name, told.collect::<Vec<_>>().join("；"));
        Some(view! { <Chart points label/> }.into_any())
    }

    fn list(self) -> AnyView {
        let language = self.locale.get();
        let indicator = self.indicator.read();
        let row = |(id, measure): &(RecordId, Measure)| {
            let id = *id;
            let day = measure.on.map(|day| clock::day_text(day, language)).unwrap_or_default();
            let shown = figure_with_share(measure, &indicator).unwrap_or_default();
            view! {
                <li>{day} " " {shown} " " <span class="soft">{measure.note.clone()}</span>
                    <button type="button" class="quiet" on:click=move |_| self.remove(id)>{self.locale.say(c::DELETE)}</button>
                </li>
            }
        };
        self.values.read().iter().map(row).collect_view().into_any()
    }

    /// A field of one line.
    fn line(self, label: Words, read: fn(&Indicator) -> String, write: fn(&mut Indicator, String)) -> AnyView {
        let (spiral, indicator) = (self.bench.spiral, self.indicator);
        let keep = move |text| self.change(|indicator| write(indicator, text));
        words_in_row(move || Some(spiral), label, move || indicator.with(read), keep)
    }

    fn fields(self) -> AnyView {
        let Self {
            bench,
            indicator,
            locale,
            ..
        } = self;
        view! {
            <Editable of=Signal::derive(move || Some(bench.spiral))><div class="row">
                {self.line(s::INDICATOR_NAME, |indicator| indicator.name.clone(), |indicator, text| indicator.name = text)}
                {self.line(s::INDICATOR_RULE, |indicator| indicator.rule.clone(), |indicator, text| indicator.rule = text)}
                {self.line(s::INDICATOR_UNIT, |indicator| indicator.unit.clone(), |indicator, text| indicator.unit = text)}
                {self.line(s::INDICATOR_BASE, |indicator| indicator.base.map(|n| n.to_string()).unwrap_or_default(), |indicator, text| indicator.base = text.parse().ok())}
                <Select label=s::DIRECTION options=Direction::ALL.iter().map(|d| (d.word(), d.label())).collect()
                    value=Signal::derive(move || indicator.with(|indicator| indicator.direction.word()))
                    unknown=Signal::derive(move || indicator.with(|indicator| indicator.unknown_word("direction").map(str::to_owned)))
                    on_change=move |word: String| if let Some(direction) = Direction::from_word(&word) {
                        self.change(|indicator| {
                            indicator.other.remove("direction");
                            indicator.direction = direction;
                        });
                    }/>
                <button type="button" class="quiet" on:click=move |_| self.take_away()>{locale.say(c::DELETE)}</button>
            </div></Editable>
        }
        .into_any()
    }
}

#[component]
fn OneIndicator(bench: Bench, key: String) -> impl IntoView {
    let counted = Counted::new(bench, key);
    let Counted {
        key,
        indicator,
        values,
        locale,
        ..
    } = counted;
    view! {
        <div class="indicator">
            <h3>{move || indicator.with(|indicator| indicator.name.clone())}</h3>
            <p class="soft">{move || indicator.with(|indicator| indicator.rule.clone())}</p>
            {move || counted.chart()}
            <details>
                <summary>{locale.say(s::ADD_VALUE)}</summary>
                <NewValue bench key indicator/>
            </details>
            <details>
                <summary>{locale.say(c::EDIT)}</summary>
                {counted.fields()}
            </details>
            <Show when=move || !values.read().is_empty()>
                <details><summary>{locale.say(s::VALUES)}</summary><ul class="plain">{move || counted.list()}</ul></details>
            </Show>
        </div>
    }
}

/// The value of an input by its reference, trimmed.
fn read(input: NodeRef<Input>) -> String {
    input
        .get_untracked()
        .map(|input| input.value().trim().to_owned())
        .unwrap_or_default()
}

/// Where a new value is typed.
#[derive(Clone, Copy)]
struct Typed {
    value: NodeRef<Input>,
    of: NodeRef<Input>,
    day: NodeRef<Input>,
    note: NodeRef<Input>,
}

impl Typed {
    fn new() -> Self {
        Self {
            value: NodeRef::new(),
            of: NodeRef::new(),
            day: NodeRef::new(),
            note: NodeRef::new(),
        }
    }

    /// The value, counted where there is a base; `None` where it is no number, or more than its base.
    fn measure(self) -> Option<Measure> {
        let number: Option<f64> = read(self.value).parse().ok().filter(|number: &f64| number.is_finite());
        let base: Option<u32> = read(self.of).parse().ok();
        // Both are whole and small by the checks around them.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let count = number
            .filter(|n| n.fract() == 0.0 && (0.0..=4e9).contains(n))
            .map(|n| n as u32);
        let counted = base.is_some();
        let good = if counted {
            count.is_some() && count <= base
        } else {
            number.is_some()
        };
        good.then(|| Measure {
            on: read(self.day).parse().ok(),
            count: count.filter(|_| counted),
            of: base,
            figure: number.filter(|_| !counted),
            note: read(self.note),
            ..Measure::default()
        })
    }
}

#[component]
fn NewValue(bench: Bench, key: StoredValue<String>, indicator: Memo<Indicator>) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let spiral = bench.spiral;
    let typed = Typed::new();
    let form = NodeRef::<Form>::new();
    let from = RwSignal::new(None::<RecordId>);
    let bad = RwSignal::new(false);
    let entries = Memo::new(move |_| {
        notebook.of_spiral(spiral, |index| {
            let turns = index.turns(spiral);
            let ids = turns.iter().rev().flat_map(|turn| turn.entries.iter().rev().copied());
            ids.filter_map(|id| Some((id, index.entry(id)?.phase, excerpt(index.entry(id)?.opening(), 14))))
                .collect::<Vec<_>>()
        })
    });
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let measure = typed.measure();
        bad.set(measure.is_none());
        let Some(measure) = measure else { return };
        notebook.add(&Measure {
            spiral: Some(spiral),
            indicator: key.get_value(),
            entry: from
                .get_untracked()
                .or_else(|| entries.with_untracked(|all| all.first().map(|(id, ..)| *id))),
            ..measure
        });
        if let Some(form) = form.get_untracked() {
            form.reset();
        }
    };
    let base = move || {
        indicator
            .with(|indicator| indicator.base.map(|n| n.to_string()))
            .unwrap_or_default()
    };
    view! {
        <form node_ref=form class="row" on:submit=keep>
            <label class="choice"><span>{locale.say(s::VALUE)}</span><input node_ref=typed.value type="text" inputmode="decimal" size="5" required/></label>
            <label class="choice"><span>{locale.say(s::OUT_OF)}</span><input node_ref=typed.of type="text" inputmode="numeric" size="5" value=base/></label>
            <label class="choice"><span>{locale.say(s::ON_DAY)}</span><input node_ref=typed.day type="date" value=move || clock::today().to_string()/></label>
            <label class="choice"><span>{locale.say(s::FROM_ENTRY)}</span>
                <select on:change=move |event| from.set(event_target_value(&event).parse().ok())>
                    {move || entries.get().into_iter().map(|(id, phase, text)| view! {
                        <option value=id.to_string()>{move || phase.label().in_(locale.get())} " " {text.clone()}</option>
                    }).collect_view()}
                </select>
            </label>
            <label class="choice"><span>{locale.say(s::NOTE)}</span><input node_ref=typed.note type="text"/></label>
            <button type="submit">{locale.say(s::KEEP_VALUE)}</button>
            <Show when=move || bad.get()><p class="hint" role="alert">{locale.say(s::BAD_NUMBER)}</p></Show>
        </form>
    }
}

#[component]
fn NewIndicator(bench: Bench) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let (name, rule, unit, base) = (
        NodeRef::<Input>::new(),
        NodeRef::<Input>::new(),
        NodeRef::<Input>::new(),
        NodeRef::<Input>::new(),
    );
    let form = NodeRef::<Form>::new();
    let direction = RwSignal::new(Direction::Up);
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let indicator = Indicator {
            name: read(name),
            rule: read(rule),
            unit: read(unit),
            direction: direction.get_untracked(),
            base: read(base).parse().ok(),
            ..Indicator::default()
        };
        if indicator.name.is_empty() {
            return;
        }
        notebook.change_spiral(bench.spiral, |spiral| {
            let place = spiral
                .indicators
                .values()
                .map(|indicator| indicator.place + 1)
                .max()
                .unwrap_or(0);
            // Two devices that add one apart must not take the same key.
            spiral
                .indicators
                .insert(random::tab_name(), Indicator { place, ..indicator });
        });
        if let Some(form) = form.get_untracked() {
            form.reset();
        }
    };
    let pupils = move || {
        notebook
            .of_record(bench.spiral, |index| {
                index.spiral(bench.spiral).and_then(|spiral| spiral.pupils)
            })
            .map(|n| n.to_string())
    };
    view! {
        <details>
            <summary>{locale.say(s::ADD_INDICATOR)}</summary>
            <form node_ref=form class="row" on:submit=keep>
                <label class="choice"><span>{locale.say(s::INDICATOR_NAME)}</span><input node_ref=name type="text" required/></label>
                <label class="choice"><span>{locale.say(s::INDICATOR_RULE)}</span><input node_ref=rule type="text"/></label>
                <label class="choice"><span>{locale.say(s::INDICATOR_UNIT)}</span><input node_ref=unit type="text" size="4"/></label>
                <label class="choice"><span>{locale.say(s::INDICATOR_BASE)}</span><input node_ref=base type="text" inputmode="numeric" size="5" value=pupils/></label>
                <Select label=s::DIRECTION options=Direction::ALL.iter().map(|d| (d.word(), d.label())).collect()
                    value=Signal::derive(move || direction.get().word())
                    on_change=move |word: String| direction.set(Direction::from_word(&word).unwrap_or_default())/>
                <button type="submit">{locale.say(s::ADD_INDICATOR)}</button>
            </form>
        </details>
    }
}
