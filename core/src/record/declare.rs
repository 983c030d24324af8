//! Declaring records, their parts, and closed lists of words: the one way in which they are read and written.

use serde_json::{Map, Value};

use super::field::{Slot, Understood};

/// How a field is read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Written if it says something.
    Said,
    /// Written always, as the first version did.
    Always,
    /// Written always. Without it the part is not that part, and is kept whole where it stands.
    Needed,
    /// Written if it says something. One value, of which nothing can be left out.
    Whole,
}

/// A field's name, how it is read, and where it is.
pub(super) type Named<S> = (&'static str, How, S);

/// Reads the fields of a record or a part. What this version does not know or cannot read, and what it would write in
/// another way, goes into `other`. `Nothing` if what is needed cannot be read.
pub(super) fn read(
    mut slots: Vec<Named<&mut dyn Slot>>,
    fields: &Map<String, Value>,
    other: &mut Map<String, Value>,
) -> Understood {
    let mut understood = Understood::All;
    let mut read = Vec::with_capacity(fields.len());
    for (name, json) in fields {
        let slot = slots.iter_mut().find(|(field, ..)| field == name);
        let same = slot.is_some_and(|(field, how, slot)| {
            let said = slot.take(json, *how == How::Whole);
            if *how != How::Needed || said != Understood::Nothing {
                read.push(*field);
            }
            said == Understood::All && (*how == How::Always || !slot.is_blank())
        });
        if !same {
            other.insert(name.clone(), json.clone());
        }
    }
    for (name, how, _) in slots {
        match how {
            How::Needed if !read.contains(&name) => return Understood::Nothing,
            // It will be written.
            How::Always if !read.contains(&name) => understood = understood.and(Understood::Some),
            _ => {}
        }
    }
    understood
}

/// Writes the fields of a record or a part: what `other` keeps stands until the field says something else.
pub(super) fn write(slots: &[Named<&dyn Slot>], other: &Map<String, Value>) -> Map<String, Value> {
    let mut fields = other.clone();
    for (name, how, slot) in slots {
        let said = matches!(how, How::Always | How::Needed) || !slot.is_blank();
        let Some(kept) = other.get(*name) else {
            if said {
                fields.insert((*name).into(), slot.put());
            }
            continue;
        };
        // Where it says what it said, that stands.
        if let Some(json) = slot.put_over(kept, *how == How::Whole) {
            if said || json != slot.put() {
                fields.insert((*name).into(), json);
            } else {
                // Nothing is left in it, not even what could not be read.
                fields.remove(*name);
            }
        }
    }
    fields
}

/// Declares a part of a record: a struct whose fields are read and written by name, and `other` for the rest. Behind a
/// field's type stands how it is written, where it is not [`How::Said`].
macro_rules! part {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty $(= $how:ident)?,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            /// Fields this version does not know or would write in another way, carried through as they stood.
            pub other: serde_json::Map<String, serde_json::Value>,
        }

        impl $name {
            /// The word that stands in this field where it is one of a closed list and this version does not know it.
            /// Whoever decides the field anew removes it from `other`.
            pub fn unknown_word(&self, field: &str) -> Option<&str> {
                self.other.get(field)?.as_str()
            }

            pub(super) fn written(&self) -> serde_json::Map<String, serde_json::Value> {
                $crate::record::declare::write(
                    &[$((stringify!($field), $crate::record::how!($($how)?), &self.$field),)*],
                    &self.other,
                )
            }

            pub(super) fn take_over(
                &mut self,
                fields: &serde_json::Map<String, serde_json::Value>,
            ) -> $crate::record::field::Understood {
                $crate::record::declare::read(
                    vec![$((stringify!($field), $crate::record::how!($($how)?), &mut self.$field),)*],
                    fields,
                    &mut self.other,
                )
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.written().serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let fields = serde_json::Map::deserialize(deserializer)?;
                let mut part = <Self as $crate::record::field::Field>::blank();
                part.take_over(&fields);
                Ok(part)
            }
        }

        impl $crate::record::field::Field for $name {
            fn blank() -> Self {
                Self {
                    $($field: $crate::record::field::Field::blank(),)*
                    other: serde_json::Map::new(),
                }
            }

            fn read(&mut self, json: &serde_json::Value) -> $crate::record::field::Understood {
                let Some(fields) = json.as_object() else {
                    return $crate::record::field::Understood::Nothing;
                };
                let mut part = Self::blank();
                let understood = part.take_over(fields);
                if understood != $crate::record::field::Understood::Nothing {
                    *self = part;
                }
                understood
            }

            fn write(&self) -> serde_json::Value {
                serde_json::Value::Object(self.written())
            }
        }
    };
}

/// The way of a field, by the word behind its type.
macro_rules! how {
    () => {
        $crate::record::declare::How::Said
    };
    (always) => {
        $crate::record::declare::How::Always
    };
    (needed) => {
        $crate::record::declare::How::Needed
    };
    (whole) => {
        $crate::record::declare::How::Whole
    };
}

/// Declares a record: as a part, with a kind of its own.
macro_rules! record {
    ($(#[$doc:meta])* pub struct $name:ident = $kind:literal { $($fields:tt)* }) => {
        $crate::record::part! {
            $(#[$doc])*
            #[derive(Default)]
            pub struct $name { $($fields)* }
        }

        impl $crate::record::Record for $name {
            const KIND: &'static str = $kind;

            fn fields(&self) -> serde_json::Map<String, serde_json::Value> {
                self.written()
            }

            fn from_fields(fields: &serde_json::Map<String, serde_json::Value>) -> Self {
                let mut record = Self::default();
                record.take_over(fields);
                record
            }
        }
    };
}

/// Declares a closed list of words: an enum written as snake-case text, with all its values in order. A word of a later
/// version is kept as that word by the record it stands in; here it counts as the default, or as what is named behind
/// `else`. Elsewhere, in text and in serde's formats, a value is its word, and another word is an error.
macro_rules! words {
    (
        $(#[$doc:meta])*
        pub enum $name:ident $(else $unread:ident)? { $($(#[$value_doc:meta])* $value:ident = $word:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $name { $($(#[$value_doc])* $value,)* }

        impl $name {
            /// All of them, in the order a person meets them.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            /// The word that stands for it in the written format and in the catalog.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$value => $word,)* }
            }

            /// The value this word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$value),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::record::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::from_word(word).ok_or_else(|| $crate::record::UnknownWord(word.to_owned()))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                word.parse().map_err(serde::de::Error::custom)
            }
        }

        impl $crate::record::field::Field for $name {
            fn blank() -> Self {
                Self::default()
            }

            $(fn unread() -> Self {
                Self::$unread
            })?

            fn read(&mut self, json: &serde_json::Value) -> $crate::record::field::Understood {
                match json.as_str().and_then(Self::from_word) {
                    Some(value) => {
                        *self = value;
                        $crate::record::field::Understood::All
                    }
                    None => $crate::record::field::Understood::Nothing,
                }
            }

            fn write(&self) -> serde_json::Value {
                self.word().into()
            }
        }
    };
}

pub(crate) use {how, part, record, words};
