//! The form of a text, changed in a copy of the teacher's own: headings, questions, shares, order.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::Words;
use luoxuan::record::{Template, TemplateCriterion, TemplateSection};

use super::context::TextContext;
use crate::components::field::{following_of, lines};
use crate::components::open::Editable;
use crate::i18n::Locale;
use crate::i18n::fill;
use crate::i18n::form as f;
use crate::i18n::text as t;
use crate::notebook::Notebook;

type Limit = (Words, fn(&Template) -> (u32, u32), fn(&mut Template) -> &mut (u32, u32));

/// What the whole is held to.
const LIMITS: &[Limit] = &[
    (f::LENGTH, |it| it.length, |it| &mut it.length),
    (f::SUMMARY, |it| it.summary, |it| &mut it.summary),
    (f::KEYWORDS, |it| it.keywords, |it| &mut it.keywords),
];

/// From how many to how many, as it is typed.
fn shown<T: std::fmt::Display + Default + PartialEq>((from, to): (T, T)) -> String {
    if to == T::default() {
        String::new()
    } else {
        format!("{from}–{to}")
    }
}

/// Two numbers in order, however they are parted; one alone is the most.
fn range<T: std::str::FromStr + Default + PartialOrd>(text: &str) -> Option<(T, T)> {
    let mut numbers = text
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(|word| word.parse().ok());
    let first: T = numbers.next()?;
    match numbers.next() {
        Some(second) if second < first => Some((second, first)),
        Some(second) => Some((first, second)),
        None => Some((T::default(), first)),
    }
}

/// What a text is judged by, as it is typed: a line each, its points last.
fn criteria_shown(template: &Template) -> String {
    let lines = template.judging.iter().map(|it| format!("{} {}", it.name, it.points));
    lines.collect::<Vec<_>>().join("\n")
}

/// The same, read. What a newer version knows about one of that name stays with it.
fn criteria(text: &str, was: &[TemplateCriterion]) -> Vec<TemplateCriterion> {
    let read = |line: String| {
        let name = line.trim_end_matches(['分', '%', '％', ' ']);
        let name = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let points = line.get(name.len()..).unwrap_or_default();
        let points: String = points.chars().filter(char::is_ascii_digit).collect();
        let name = name.trim_end_matches(['：', ':', '，', ' ', '　']);
        let known = was.iter().find(|known| known.name == name).cloned();
        TemplateCriterion {
            name: name.into(),
            points: points.parse().unwrap_or_default(),
            ..known.unwrap_or_default()
        }
    };
    let all = lines(text).into_iter().map(read);
    all.filter(|it| !it.name.is_empty()).collect()
}

/// What the school weighs and what it has seen go wrong.
#[component]
fn Judged(context: TextContext, #[prop(into)] change: Callback<Template>) -> impl IntoView {
    let locale = Locale::here();
    let of = move || context.text.read(|document| document.template);
    let sum = move || {
        let points = context.template.with(|template| {
            let all = template.judging.iter().map(|it| u32::from(it.points));
            all.sum::<u32>()
        });
        fill(f::POINTS_IN_ALL.in_(locale.get()), &[("n", &points)])
    };
    let judging = move |text: String| {
        let mut template = context.template.get_untracked();
        template.judging = criteria(&text, &template.judging);
        change.run(template);
    };
    let faults = move |text: String| {
        let mut template = context.template.get_untracked();
        template.faults = lines(&text);
        change.run(template);
    };
    view! {
        <label class="field"><span class="label">{locale.say(f::JUDGING)} " " <span class="soft">{sum}</span></span>
            <textarea rows="2" node_ref=following_of(of, move || context.template.with(criteria_shown))
                on:change=move |event| judging(event_target_value(&event))></textarea></label>
        <label class="field"><span class="label">{locale.say(f::FAULTS)}</span>
            <textarea rows="2" node_ref=following_of(of, move || context.template.with(|template| template.faults.join("\n")))
                on:change=move |event| faults(event_target_value(&event))></textarea></label>
    }
}

/// The form that is changed: a copy of the teacher's own.
#[derive(Clone, Copy)]
struct Form {
    context: TextContext,
    /// The copy, if there is one.
    own: Memo<Option<RecordId>>,
    /// The short names of its sections, in order.
    names: Memo<Vec<String>>,
    locale: Locale,
    notebook: Notebook,
}

impl Form {
    fn of(context: TextContext) -> Self {
        Self {
            context,
            own: Memo::new(move |_| context.text.read(|document| document.template)),
            names: Memo::new(move |_| {
                context.template.with(|template| {
                    let sections = template.sections.iter();
                    sections.map(|section| section.name.clone()).collect()
                })
            }),
            locale: Locale::here(),
            notebook: Notebook::here(),
        }
    }

    fn change(self, change: impl FnOnce(&mut Template)) {
        if let Some(id) = self.own.get_untracked() {
            let mut template = self.context.template.get_untracked();
            change(&mut template);
            self.notebook.write(id, &template);
        }
    }

    fn copy(self) {
        let mut mine = self.context.template.get_untracked();
        mine.name = format!("{}{}", mine.name, f::MINE.in_(self.locale.0.get_untracked()));
        let id: RecordId = self.notebook.add(&mine);
        self.context.text.change(|document| document.template = Some(id));
    }

    fn leave(self) {
        self.context.text.change(|document| document.template = None);
    }

    fn add_section(self) {
        self.change(|template| {
            template.add(f::NEW_SECTION.in_(self.locale.0.get_untracked()));
        });
    }

    /// What it is called, what it holds the whole to, its sections, and what a text of it is judged by.
    fn view(self) -> AnyView {
        let Self {
            context,
            own,
            names,
            locale,
            ..
        } = self;
        let of = move || own.get();
        let section = move |name: String| {
            let name = StoredValue::new(name);
            OneSection { form: self, name }.view()
        };
        view! {
            <Editable of=own>
            <label class="field"><span class="label">{locale.say(f::NAME)}</span>
                <input type="text" node_ref=following_of(of, move || context.template.with(|template| template.name.clone()))
                    on:change=move |event| self.change(|template| template.name = event_target_value(&event))/></label>
            <div class="grid">{LIMITS.iter().map(|limit| self.limit(*limit)).collect_view()}</div>
            <ol class="plain"><For each=move || names.get() key=Clone::clone let(name)>{section(name)}</For></ol>
            <p><button type="button" on:click=move |_| self.add_section()>"+ " {locale.say(f::ADD_SECTION)}</button></p>
            <Judged context change=move |template: Template| self.change(|own| *own = template)/>
            </Editable>
            <p><button type="button" class="quiet" on:click=move |_| self.leave()>{locale.say(f::LEAVE)}</button></p>
        }
        .into_any()
    }

    /// From how many to how many, of the whole.
    fn limit(self, (label, read, write): Limit) -> AnyView {
        let Self {
            context, own, locale, ..
        } = self;
        let now = move || context.template.with(|template| shown(read(template)));
        let keep = move |typed: &str| {
            let limit = range(typed).unwrap_or_default();
            self.change(|template| *write(template) = limit);
        };
        view! {
            <label class="field"><span class="label">{locale.say(label)}</span>
                <input type="text" inputmode="numeric" node_ref=following_of(move || own.get(), now)
                    on:change=move |event| keep(&event_target_value(&event))/></label>
        }
        .into_any()
    }
}

/// One section of the form.
#[derive(Clone, Copy)]
struct OneSection {
    form: Form,
    name: StoredValue<String>,
}

impl OneSection {
    /// How many stand before it.
    fn at(self) -> Option<usize> {
        let names = self.form.names;
        names.with(|names| {
            self.name
                .with_value(|name| names.iter().position(|known| known == name))
        })
    }

    fn is_last(self) -> bool {
        self.at().is_some_and(|at| at + 1 >= self.form.names.read().len())
    }

    fn read(self, read: fn(&TemplateSection) -> String) -> String {
        let said = self
            .form
            .context
            .template
            .with(|template| self.name.with_value(|name| template.section(name).map(read)));
        said.unwrap_or_default()
    }

    fn set(self, write: fn(&mut TemplateSection, String), text: String) {
        self.form.change(|template| {
            let mut sections = template.sections.iter_mut();
            if let Some(section) = self
                .name
                .with_value(|name| sections.find(|section| section.name == *name))
            {
                write(section, text);
            }
        });
    }

    fn swap(self, by: isize) {
        self.form.change(|template| {
            let Some(at) = self.at() else { return };
            let to = at.saturating_add_signed(by);
            if to < template.sections.len() {
                template.sections.swap(at, to);
            }
        });
    }

    fn take_out(self) {
        self.form.change(|template| {
            let other = |section: &TemplateSection| self.name.with_value(|name| section.name != *name);
            template.sections.retain(other);
        });
    }

    /// What it is called and asks, how long it is, and where it stands.
    fn view(self) -> AnyView {
        let Form { own, locale, .. } = self.form;
        let of = move || own.get();
        view! {
            <li class="row">
                <label class="field"><span class="label">{locale.say(f::HEADING)}</span>
                    <input type="text" node_ref=following_of(of, move || self.read(|section| section.heading.clone()))
                        on:change=move |event| self.set(|section, text| section.heading = text, event_target_value(&event))/></label>
                <label class="field grow"><span class="label">{locale.say(f::PROMPT)}</span>
                    <input type="text" node_ref=following_of(of, move || self.read(|section| section.prompt.clone()))
                        on:change=move |event| self.set(|section, text| section.prompt = text, event_target_value(&event))/></label>
                <label class="field"><span class="label">{locale.say(f::MOST)}</span>
                    <input type="number" min="0" node_ref=following_of(of, move || self.read(|section| section.most.map(|most| most.to_string()).unwrap_or_default()))
                        on:change=move |event| self.set(|section, text| section.most = text.parse().ok().filter(|most| *most > 0), event_target_value(&event))/></label>
                <label class="field"><span class="label">{locale.say(f::SHARE)}</span>
                    <input type="text" inputmode="numeric" size="7" node_ref=following_of(of, move || self.read(|section| section.share.map(shown).unwrap_or_default()))
                        on:change=move |event| self.set(|section, text| section.share = range(&text), event_target_value(&event))/></label>
                <button type="button" class="quiet" disabled=move || self.at() == Some(0) on:click=move |_| self.swap(-1)>{locale.say(t::UP)}</button>
                <button type="button" class="quiet" disabled=move || self.is_last() on:click=move |_| self.swap(1)>{locale.say(t::DOWN)}</button>
                <button type="button" class="quiet" on:click=move |_| self.take_out()>{locale.say(t::TAKE_OUT)}</button>
            </li>
        }
        .into_any()
    }
}

#[component]
pub(super) fn FormEditor(context: TextContext) -> impl IntoView {
    let locale = Locale::here();
    let form = Form::of(context);
    view! {
        <details class="form-editor">
            <summary>{locale.say(f::CHANGE_FORM)}</summary>
            {move || if form.own.get().is_none() {
                view! { <p class="soft">{locale.say(f::WHY)}</p><p class="row"><button type="button" on:click=move |_| form.copy()>{locale.say(f::COPY)}</button></p> }.into_any()
            } else {
                form.view()
            }}
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::{criteria, criteria_shown, range, shown};
    use luoxuan::record::Template;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_range_is_read_however_it_is_typed() {
        for (text, read) in [
            ("150–300", Some((150_u32, 300))),
            ("150-300字", Some((150, 300))),
            ("300到150", Some((150, 300))),
            ("300", Some((0, 300))),
            ("不限", None),
        ] {
            assert_eq!(range(text), read, "{text}");
        }
        assert_eq!(shown((150, 300)), "150–300");
        assert_eq!(shown((0, 0)), "");
    }

    #[wasm_bindgen_test]
    fn weights_are_read_as_they_are_shown() {
        let typed = "问题诊断 20\n改进过程与细节：30分\n\n反思";
        let judging = criteria(typed, &[]);
        let read: Vec<_> = judging.iter().map(|it| (it.name.as_str(), it.points)).collect();
        assert_eq!(read, [("问题诊断", 20), ("改进过程与细节", 30), ("反思", 0)]);
        let template = Template {
            judging,
            ..Template::default()
        };
        let shown = criteria_shown(&template);
        assert_eq!(shown, "问题诊断 20\n改进过程与细节 30\n反思 0");
        assert_eq!(criteria(&shown, &template.judging), template.judging);
    }
}
