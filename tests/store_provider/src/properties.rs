//! Duty: hold the properties of one object.
//! Input: values to keep, tags to look for. Output: what `IMAPIProp` and the rows of tables answer.

use mapi::{
    MAPI_E_COMPUTED, MAPI_E_NOT_FOUND, MAPI_PROP_TYPE, MAPI_W_ERRORS_RETURNED, PropTag, PropValue, SPropProblem,
    SPropProblemArray, SPropTagArray, SPropValue, Value,
};
use mapidl::{HRESULT, MapiBox, MapiVec, Result, Success};
use std::sync::Arc;

/// What the provider alone decides.
const COMPUTED: [PropTag; 7] = [
    PropTag::PR_ENTRYID,
    PropTag::PR_PARENT_ENTRYID,
    PropTag::PR_RECORD_KEY,
    PropTag::PR_INSTANCE_KEY,
    PropTag::PR_OBJECT_TYPE,
    PropTag::PR_CONTENT_COUNT,
    PropTag::PR_SUBFOLDERS,
];

/// Properties, each kept as MAPI lays it out. Clones share them: a value is replaced, never changed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Properties(Vec<Arc<MapiBox<SPropValue>>>);

/// What `SetProps` and `DeleteProps` say of properties that they left alone.
pub(crate) type Problems = Option<MapiBox<SPropProblemArray>>;

impl Properties {
    /// A copy of these values.
    pub(crate) fn new(values: &[PropValue<'_>]) -> Result<Self> {
        let mut properties = Self::default();
        values.iter().try_for_each(|&value| properties.put(value))?;
        Ok(properties)
    }

    /// Keeps a copy of a value, in place of the one that is there.
    pub(crate) fn put(&mut self, value: PropValue<'_>) -> Result<()> {
        let copy = Arc::new(MapiBox::new(value)?);
        match self.place(value.prop_tag()) {
            Some(place) => self.0[place] = copy,
            None => self.0.push(copy),
        }
        Ok(())
    }

    /// The value of a property, if it has the type that the tag says, or the tag leaves the type open.
    pub(crate) fn find(&self, tag: PropTag) -> Option<PropValue<'_>> {
        let found = self.0[self.place(tag)?].view();
        let fits = found.prop_tag() == tag || tag.prop_type() == MAPI_PROP_TYPE::PT_UNSPECIFIED;
        fits.then_some(found)
    }

    fn place(&self, tag: PropTag) -> Option<usize> {
        self.0.iter().position(|kept| kept.view().prop_tag().id() == tag.id())
    }

    /// The values of some properties, in their order; an error stands for each that is not there.
    pub(crate) fn cells(&self, tags: &[PropTag]) -> Vec<PropValue<'_>> {
        tags.iter().map(|&tag| self.find(tag).unwrap_or_else(|| missing(tag))).collect()
    }

    /// `GetProps`: the values of these properties, or of all.
    pub(crate) fn get(&self, tags: Option<&[PropTag]>) -> Result<Success<MapiVec<SPropValue>>> {
        let Some(tags) = tags else {
            let all: Vec<_> = self.0.iter().map(|kept| kept.view()).collect();
            return Ok(MapiVec::new(&all)?.into());
        };
        let values = MapiVec::new(&self.cells(tags))?;
        let complete = tags.iter().all(|&tag| self.find(tag).is_some());
        Ok(Success::with(values, if complete { HRESULT(0) } else { MAPI_W_ERRORS_RETURNED }))
    }

    /// `GetPropList`: the tags of all properties.
    pub(crate) fn list(&self) -> Result<MapiBox<SPropTagArray>> {
        let tags: Vec<_> = self.0.iter().map(|kept| kept.view().prop_tag()).collect();
        MapiBox::new(&tags[..])
    }

    /// `SetProps`: keeps what a client may set.
    pub(crate) fn set(&mut self, values: &[PropValue<'_>]) -> Result<Problems> {
        let tags: Vec<_> = values.iter().map(|value| value.prop_tag()).collect();
        let settable = values.iter().filter(|value| {
            let tag = value.prop_tag();
            !is_computed(tag) && tag != PropTag::PR_NULL && tag.prop_type() != MAPI_PROP_TYPE::PT_ERROR
        });
        settable.copied().try_for_each(|value| self.put(value))?;
        problems(&tags)
    }

    /// `DeleteProps`: forgets what a client may delete.
    pub(crate) fn delete(&mut self, tags: &[PropTag]) -> Result<Problems> {
        for &tag in tags.iter().filter(|&&tag| !is_computed(tag)) {
            if let Some(place) = self.place(tag) {
                self.0.remove(place);
            }
        }
        problems(tags)
    }
}

fn is_computed(tag: PropTag) -> bool {
    COMPUTED.iter().any(|computed| computed.id() == tag.id())
}

fn problems(tags: &[PropTag]) -> Result<Problems> {
    let refused = (0_u32..).zip(tags).filter(|&(_, &tag)| is_computed(tag));
    let list: Vec<_> =
        refused.map(|(index, tag)| SPropProblem { ulIndex: index, ulPropTag: tag.0, scode: MAPI_E_COMPUTED }).collect();
    if list.is_empty() { Ok(None) } else { MapiBox::new(&list[..]).map(Some) }
}

fn missing(tag: PropTag) -> PropValue<'static> {
    PropValue::new(tag.with_type(MAPI_PROP_TYPE::PT_ERROR), Value::Error(MAPI_E_NOT_FOUND))
}
