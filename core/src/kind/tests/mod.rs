mod contests;
mod own;
mod sheets;
mod stages;
mod words;

use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::catalog::tests::in_their_own_script;
use crate::record::{FieldSort, Phrase};
use crate::{Author, DeviceId, Journal, RecordId, Timestamp};
