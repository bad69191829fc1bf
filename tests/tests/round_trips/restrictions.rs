//! Restrictions of every kind, within each other.

use super::arena::Arena;
use super::model::{Model, Prop, Res};
use super::props::{of_raws, of_views, views};
use super::raw;
use super::wire::Wire;
use mapi::{
    AnnotationRestriction, CommentRestriction, ContentRestriction, CountRestriction, MAPI_FUZZY_LEVEL, MAPI_RELOP,
    NotRestriction, PropTag, PropValue, PropertyRestriction, Restriction, RestrictionData, SBitMaskRestriction,
    SComparePropsRestriction, SExistRestriction, SPropValue, SRestriction, SSizeRestriction, SubRestriction,
};
use mapidl::Array;
use std::marker::PhantomData;

type Inner = Option<Box<Res>>;

fn view_of_inner<'a>(res: &'a Inner, arena: &'a Arena) -> Option<&'a Restriction<'a>> {
    res.as_ref().map(|res| arena.one(res.view(arena)))
}

fn of_inner(view: Option<Restriction<'_>>) -> Inner {
    view.map(|view| Box::new(Res::of_view(view)))
}

/// # Safety
/// `res` is null or valid.
unsafe fn of_raw_inner(res: *const SRestriction) -> Inner {
    // SAFETY: as promised.
    (!res.is_null()).then(|| Box::new(unsafe { Res::of_raw(res) }))
}

fn view_of_prop<'a>(prop: &'a Option<Prop>, arena: &'a Arena) -> Option<&'a PropValue<'a>> {
    prop.as_ref().map(|prop| arena.one(prop.view(arena)))
}

/// # Safety
/// `prop` is null or valid.
unsafe fn of_raw_prop(prop: *const SPropValue) -> Option<Prop> {
    // SAFETY: as promised.
    (!prop.is_null()).then(|| unsafe { Prop::of_raw(prop) })
}

fn view_of_all<'a>(all: &'a [Res], arena: &'a Arena) -> Array<'a, SRestriction> {
    arena.array(all.iter().map(|res| res.view(arena))).into()
}

fn of_all(all: Array<'_, SRestriction>) -> Vec<Res> {
    all.iter().map(Res::of_view).collect()
}

impl Res {
    /// `rt`
    fn kind(&self) -> u32 {
        match self {
            Self::And(_) => 0,
            Self::Or(_) => 1,
            Self::Not(_) => 2,
            Self::Content { .. } => 3,
            Self::Property { .. } => 4,
            Self::Compare(_) => 5,
            Self::Bits(_) => 6,
            Self::Size(_) => 7,
            Self::Exist(_) => 8,
            Self::Sub { .. } => 9,
            Self::Comment { .. } => 0xa,
            Self::Count { .. } => 0xb,
            Self::Annotation { .. } => 0xc,
            Self::Unknown(kind) => *kind,
        }
    }

    /// # Safety
    /// What the nested restrictions point to is valid.
    unsafe fn of_raw_nesting(record: &SRestriction) -> Self {
        let res = &record.res;
        // SAFETY: the kind says which member is meant.
        unsafe {
            match record.rt {
                0 => Self::And(raw::each(res.resAnd.lpRes, res.resAnd.cRes, |at| Self::of_raw(at))),
                1 => Self::Or(raw::each(res.resOr.lpRes, res.resOr.cRes, |at| Self::of_raw(at))),
                2 => {
                    assert_eq!(res.resNot.ulReserved.assume_init(), 0);
                    Self::Not(of_raw_inner(res.resNot.lpRes))
                }
                9 => Self::Sub { object: res.resSub.ulSubObject, res: of_raw_inner(res.resSub.lpRes) },
                0xa => Self::Comment {
                    res: of_raw_inner(res.resComment.lpRes),
                    props: of_raws(res.resComment.lpProp, res.resComment.cValues),
                },
                0xb => Self::Count { count: res.resCount.ulCount, res: of_raw_inner(res.resCount.lpRes) },
                0xc => Self::Annotation {
                    res: of_raw_inner(res.resAnnotation.lpRes),
                    props: of_raws(res.resAnnotation.lpProp, res.resAnnotation.cValues),
                },
                kind => Self::Unknown(kind),
            }
        }
    }
}

impl Model for Res {
    type Record = SRestriction;

    fn view<'a>(&'a self, arena: &'a Arena) -> Restriction<'a> {
        let prop = |prop| view_of_prop(prop, arena);
        let inner = |res| view_of_inner(res, arena);
        Restriction::new(match self {
            Self::And(all) => RestrictionData::And(view_of_all(all, arena)),
            Self::Or(all) => RestrictionData::Or(view_of_all(all, arena)),
            Self::Not(res) => RestrictionData::Not(NotRestriction::new(inner(res))),
            Self::Content { fuzzy, tag, prop: value } => {
                let fuzzy = MAPI_FUZZY_LEVEL(*fuzzy);
                RestrictionData::Content(ContentRestriction::new(fuzzy, PropTag(*tag), prop(value)))
            }
            Self::Property { relop, tag, prop: value } => {
                let relop = MAPI_RELOP(*relop);
                RestrictionData::Property(PropertyRestriction::new(relop, PropTag(*tag), prop(value)))
            }
            &Self::Compare([relop, one, two]) => {
                let compare = SComparePropsRestriction { relop, ulPropTag1: one, ulPropTag2: two };
                RestrictionData::Compareprops(compare)
            }
            &Self::Bits([relation, tag, mask]) => {
                let bits = SBitMaskRestriction { relBMR: relation, ulPropTag: tag, ulMask: mask };
                RestrictionData::Bitmask(bits)
            }
            &Self::Size([relop, tag, cb]) => RestrictionData::Size(SSizeRestriction { relop, ulPropTag: tag, cb }),
            &Self::Exist(tag) => {
                RestrictionData::Exist(SExistRestriction { ulPropTag: tag, ..SExistRestriction::default() })
            }
            Self::Sub { object, res } => {
                RestrictionData::Subrestriction(SubRestriction::new(PropTag(*object), inner(res)))
            }
            Self::Comment { res, props } => {
                RestrictionData::Comment(CommentRestriction::new(inner(res), views(props, arena)))
            }
            Self::Annotation { res, props } => {
                RestrictionData::Annotation(AnnotationRestriction::new(inner(res), views(props, arena)))
            }
            Self::Count { count, res } => RestrictionData::Count(CountRestriction::new(*count, inner(res))),
            Self::Unknown(kind) => RestrictionData::Unknown(*kind, PhantomData),
        })
    }

    fn of_view(view: Restriction<'_>) -> Self {
        match view.res() {
            RestrictionData::And(all) => Self::And(of_all(all)),
            RestrictionData::Or(all) => Self::Or(of_all(all)),
            RestrictionData::Not(not) => Self::Not(of_inner(not.res())),
            RestrictionData::Content(content) => Self::Content {
                fuzzy: content.fuzzy_level().0,
                tag: content.prop_tag().0,
                prop: content.prop().map(Prop::of_view),
            },
            RestrictionData::Property(property) => Self::Property {
                relop: property.relop().0,
                tag: property.prop_tag().0,
                prop: property.prop().map(Prop::of_view),
            },
            RestrictionData::Compareprops(r) => Self::Compare([r.relop, r.ulPropTag1, r.ulPropTag2]),
            RestrictionData::Bitmask(r) => Self::Bits([r.relBMR, r.ulPropTag, r.ulMask]),
            RestrictionData::Size(r) => Self::Size([r.relop, r.ulPropTag, r.cb]),
            RestrictionData::Exist(r) => Self::Exist(r.ulPropTag),
            RestrictionData::Subrestriction(sub) => Self::Sub { object: sub.sub_object().0, res: of_inner(sub.res()) },
            RestrictionData::Comment(comment) => {
                Self::Comment { res: of_inner(comment.res()), props: of_views(comment.prop()) }
            }
            RestrictionData::Annotation(annotation) => {
                Self::Annotation { res: of_inner(annotation.res()), props: of_views(annotation.prop()) }
            }
            RestrictionData::Count(count) => Self::Count { count: count.count(), res: of_inner(count.res()) },
            RestrictionData::Unknown(kind, _) => Self::Unknown(kind),
            new => panic!("a new kind of restriction: {new:?}"),
        }
    }

    unsafe fn of_raw(record: *const SRestriction) -> Self {
        // SAFETY: as the caller promises; the kind says which member is meant.
        unsafe {
            let record = record.read_unaligned();
            let res = &record.res;
            match record.rt {
                3 => Self::Content {
                    fuzzy: res.resContent.ulFuzzyLevel,
                    tag: res.resContent.ulPropTag,
                    prop: of_raw_prop(res.resContent.lpProp),
                },
                4 => Self::Property {
                    relop: res.resProperty.relop,
                    tag: res.resProperty.ulPropTag,
                    prop: of_raw_prop(res.resProperty.lpProp),
                },
                5 => {
                    let compare = res.resCompareProps;
                    Self::Compare([compare.relop, compare.ulPropTag1, compare.ulPropTag2])
                }
                6 => Self::Bits([res.resBitMask.relBMR, res.resBitMask.ulPropTag, res.resBitMask.ulMask]),
                7 => Self::Size([res.resSize.relop, res.resSize.ulPropTag, res.resSize.cb]),
                8 => {
                    let exist = res.resExist;
                    assert_eq!([exist.ulReserved1, exist.ulReserved2].map(|one| one.assume_init()), [0; 2]);
                    Self::Exist(res.resExist.ulPropTag)
                }
                _ => Self::of_raw_nesting(&record),
            }
        }
    }

    fn write(&self, to: &mut Wire) {
        to.number(self.kind());
        let all = |to: &mut Wire, all: &[Self]| to.all(all, |to, res| res.write(to));
        let inner = |to: &mut Wire, res: &Inner| to.maybe(res.as_deref(), |to, res| res.write(to));
        match self {
            Self::And(parts) | Self::Or(parts) => all(to, parts),
            Self::Not(res) => inner(to, res),
            Self::Content { fuzzy: first, tag, prop } | Self::Property { relop: first, tag, prop } => {
                to.numbers([*first, *tag]);
                to.maybe(prop.as_ref(), |to, prop| prop.write(to));
            }
            Self::Compare(numbers) | Self::Bits(numbers) | Self::Size(numbers) => to.numbers(*numbers),
            Self::Exist(tag) => to.number(*tag),
            Self::Sub { object: first, res } | Self::Count { count: first, res } => {
                to.number(*first);
                inner(to, res);
            }
            Self::Comment { res, props } | Self::Annotation { res, props } => {
                inner(to, res);
                to.all(props, |to, prop| prop.write(to));
            }
            Self::Unknown(_) => {}
        }
    }
}
