//! An object with properties.

use super::{Script, fail, samples};
use crate::cpp::provider::Table;
use mapi::{
    IMAPIProgress, IMAPIProp, IMAPISync, IMAPITable, MAPI_COPY_FLAGS, MAPI_E_COLLISION, MAPI_E_COMPUTED,
    MAPI_E_INVALID_PARAMETER, MAPI_E_NO_ACCESS, MAPI_E_NO_SUPPORT, MAPI_E_NOT_ENOUGH_MEMORY, MAPI_E_NOT_FOUND,
    MAPI_E_OBJECT_CHANGED, MAPI_FLAGS, MAPI_NAME_FLAGS, MAPI_SAVE_FLAGS, MAPI_W_ERRORS_RETURNED,
    MAPI_W_PARTIAL_COMPLETION, MAPINAMEID, PropName, PropTag, PropValue, SPropProblem, SPropProblemArray,
    SPropTagArray, SPropValue, Value,
};
use mapidl::record::{Ptr, PtrView};
use mapidl::{GUID, HRESULT, IUnknown, Interface, MapiBox, MapiVec, Result, Success};

type Problems = Option<MapiBox<SPropProblemArray>>;

fn problems<const N: usize>(found: [(u32, PropTag, HRESULT); N]) -> Result<Problems> {
    let found = found.map(|(index, tag, scode)| SPropProblem { ulIndex: index, ulPropTag: tag.0, scode });
    MapiBox::new(&found).map(Some)
}

/// Where a copy goes is an object with properties, which is saved afterwards.
fn save(interface: &GUID, destination: &IUnknown) -> Result<()> {
    assert_eq!(*interface, IMAPIProp::IID);
    let flags = MAPI_SAVE_FLAGS::KEEP_OPEN_READWRITE | MAPI_SAVE_FLAGS::FORCE_SAVE;
    destination.cast::<IMAPIProp>()?.save_changes(flags)
}

/// The tags that names belong to, where none were given, and the names.
type TagsAndNames = (Option<MapiBox<SPropTagArray>>, MapiVec<Ptr<MAPINAMEID>>);

impl Script {
    pub(crate) fn save_changes(self, flags: MAPI_SAVE_FLAGS) -> Result<()> {
        self.enter()?;
        if flags.is_empty() {
            return fail(MAPI_E_OBJECT_CHANGED);
        }
        assert_eq!(flags, MAPI_SAVE_FLAGS::KEEP_OPEN_READWRITE | MAPI_SAVE_FLAGS::FORCE_SAVE);
        Ok(())
    }

    pub(crate) fn get_props(self, tags: Option<&[PropTag]>, flags: MAPI_FLAGS) -> Result<Success<MapiVec<SPropValue>>> {
        self.enter()?;
        let Some(tags) = tags else {
            assert_eq!(flags, MAPI_FLAGS::MAPI_UNICODE);
            return Ok(MapiVec::new(samples::props())?.into());
        };
        assert!(flags.is_empty());
        if tags == [PropTag::PR_NULL] {
            return Ok(MapiVec::new(&[])?.into());
        }
        assert_eq!(tags, [PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W]);
        let too_large = PropValue::new(PropTag::PR_BODY_W, Value::Error(MAPI_E_NOT_ENOUGH_MEMORY));
        Ok(Success::with(MapiVec::new(&[samples::subject(), too_large])?, MAPI_W_ERRORS_RETURNED))
    }

    pub(crate) fn get_prop_list(self, flags: MAPI_FLAGS) -> Result<MapiBox<SPropTagArray>> {
        self.enter()?;
        if flags.is_empty() {
            return Ok(samples::tags(&[]));
        }
        assert_eq!(flags, MAPI_FLAGS::MAPI_UNICODE);
        Ok(samples::tags(&[PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W, PropTag::PR_ENTRYID]))
    }

    pub(crate) fn open_property(self, tag: PropTag, iid: &GUID, options: u32, flags: MAPI_FLAGS) -> Result<IUnknown> {
        self.enter()?;
        assert!([IMAPITable::IID, IMAPISync::IID].contains(iid));
        if tag == PropTag::PR_BODY_W {
            return fail(MAPI_E_NOT_FOUND);
        }
        assert_eq!(tag, PropTag::PR_MESSAGE_ATTACHMENTS);
        assert_eq!(options, MAPI_FLAGS::MAPI_UNICODE.0);
        assert_eq!(flags, MAPI_FLAGS::MAPI_MODIFY | MAPI_FLAGS::MAPI_CREATE);
        Ok(Table(self).into())
    }

    pub(crate) fn set_props(self, props: &[PropValue<'_>]) -> Result<Problems> {
        self.enter()?;
        match props {
            [] => fail(MAPI_E_INVALID_PARAMETER),
            [one] => {
                assert_eq!(*one, samples::subject());
                Ok(None)
            }
            all => {
                samples::assert_shown("props", &all);
                let kept = MapiVec::<SPropValue>::new(all)?;
                assert_eq!((all, kept.iter().collect()), (samples::props(), samples::props().to_vec()));
                problems([(2, all[2].prop_tag(), MAPI_E_COMPUTED), (5, all[5].prop_tag(), MAPI_E_NO_ACCESS)])
            }
        }
    }

    pub(crate) fn delete_props(self, tags: &[PropTag]) -> Result<Problems> {
        self.enter()?;
        if tags == [PropTag::PR_SUBJECT_W] {
            return Ok(None);
        }
        assert_eq!(tags, [PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W]);
        problems([(1, PropTag::PR_BODY_W, MAPI_E_NO_ACCESS)])
    }

    #[expect(clippy::too_many_arguments, reason = "the method has so many")]
    pub(crate) fn copy_to(
        self,
        exclude: Option<&[GUID]>,
        tags: Option<&[PropTag]>,
        window: usize,
        progress: Option<&IMAPIProgress>,
        interface: &GUID,
        destination: &IUnknown,
        flags: MAPI_COPY_FLAGS,
    ) -> Result<Success<Problems>> {
        self.enter()?;
        save(interface, destination)?;
        let Some(exclude) = exclude else {
            assert!(tags.is_none() && progress.is_none() && window == 0 && flags.is_empty());
            return Ok(Success::new(None));
        };
        assert_eq!(flags, MAPI_COPY_FLAGS::MAPI_MOVE | MAPI_COPY_FLAGS::MAPI_DIALOG);
        assert_eq!(exclude, [IMAPITable::IID, IMAPISync::IID]);
        assert_eq!(tags, Some(&[PropTag::PR_BODY_W][..]));
        assert_eq!(window, samples::WINDOW);
        progress.expect("an indicator").progress(50, 1, 2)?;
        Ok(Success::with(problems([(0, PropTag::PR_ENTRYID, MAPI_E_COMPUTED)])?, MAPI_W_PARTIAL_COMPLETION))
    }

    pub(crate) fn copy_props(
        self,
        tags: &[PropTag],
        window: usize,
        progress: Option<&IMAPIProgress>,
        interface: &GUID,
        destination: &IUnknown,
        flags: MAPI_COPY_FLAGS,
    ) -> Result<Success<Problems>> {
        self.enter()?;
        save(interface, destination)?;
        let Some(progress) = progress else {
            assert!(window == 0 && flags.is_empty());
            assert_eq!(tags, [PropTag::PR_BODY_W]);
            return fail(MAPI_E_COLLISION);
        };
        assert_eq!(flags, MAPI_COPY_FLAGS::MAPI_NOREPLACE | MAPI_COPY_FLAGS::MAPI_DIALOG);
        assert_eq!(tags, [PropTag::PR_SUBJECT_W, PropTag::PR_ENTRYID]);
        assert_eq!(window, samples::WINDOW);
        progress.progress(50, 1, 2)?;
        Ok(Success::with(problems([(1, PropTag::PR_ENTRYID, MAPI_E_COMPUTED)])?, MAPI_W_ERRORS_RETURNED))
    }

    pub(crate) fn get_names_from_ids(
        self,
        tags: Option<&[PropTag]>,
        set: Option<&GUID>,
        flags: MAPI_NAME_FLAGS,
    ) -> Result<Success<TagsAndNames>> {
        self.enter()?;
        let (string, number): (PropName<'_>, PropName<'_>) = (samples::string_name(), samples::number_name());
        let Some(list) = tags else {
            assert_eq!(set, Some(&samples::SET_ID));
            assert_eq!(flags, MAPI_NAME_FLAGS::MAPI_NO_STRINGS);
            let found = samples::tags(&[samples::TAG_COLOUR, samples::TAG_KEYWORDS]);
            return Ok((Some(found), MapiVec::new(&[PtrView::new(&number), PtrView::new(&string)])?).into());
        };
        assert!(set.is_none() && flags.is_empty());
        if list.len() == 1 {
            return fail(MAPI_E_NO_SUPPORT);
        }
        assert_eq!(list, [samples::TAG_KEYWORDS, samples::TAG_COLOUR]);
        Ok(Success::with((None, MapiVec::new(&[PtrView::new(&string), PtrView::NULL])?), MAPI_W_ERRORS_RETURNED))
    }

    pub(crate) fn get_ids_from_names(
        self,
        names: Option<&[PropName<'_>]>,
        flags: MAPI_FLAGS,
    ) -> Result<Success<MapiBox<SPropTagArray>>> {
        self.enter()?;
        let Some(names) = names else {
            assert!(flags.is_empty());
            return Ok(samples::tags(&[samples::TAG_KEYWORDS, samples::TAG_COLOUR]).into());
        };
        assert_eq!(flags, MAPI_FLAGS::MAPI_CREATE);
        samples::assert_shown("names", &names);
        let wanted = [samples::string_name(), samples::number_name()];
        let kept = MapiVec::<MAPINAMEID>::new(names)?;
        assert_eq!((names, kept.iter().collect()), (&wanted[..], wanted.to_vec()));
        Ok(Success::with(samples::tags(&[samples::TAG_KEYWORDS, samples::TAG_NONE]), MAPI_W_ERRORS_RETURNED))
    }
}
