// Written by `field_table.rs` from the plan of `idl/`; `BLESS=1` rewrites it.
#pragma once
#include "relay.hpp"

struct Relay_IABContainer final : Relay<Relay_IABContainer, IABContainer> {
    using Relay::Relay;
    ANSWER(IABContainer, GetLastError) WINAPI GetLastError(ARGUMENT(IABContainer, GetLastError, 0) a0, ARGUMENT(IABContainer, GetLastError, 1) a1, ARGUMENT(IABContainer, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IABContainer, SaveChanges) WINAPI SaveChanges(ARGUMENT(IABContainer, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IABContainer, GetProps) WINAPI GetProps(ARGUMENT(IABContainer, GetProps, 0) a0, ARGUMENT(IABContainer, GetProps, 1) a1, ARGUMENT(IABContainer, GetProps, 2) a2, ARGUMENT(IABContainer, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IABContainer, GetPropList) WINAPI GetPropList(ARGUMENT(IABContainer, GetPropList, 0) a0, ARGUMENT(IABContainer, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IABContainer, OpenProperty) WINAPI OpenProperty(ARGUMENT(IABContainer, OpenProperty, 0) a0, ARGUMENT(IABContainer, OpenProperty, 1) a1, ARGUMENT(IABContainer, OpenProperty, 2) a2, ARGUMENT(IABContainer, OpenProperty, 3) a3, ARGUMENT(IABContainer, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IABContainer, SetProps) WINAPI SetProps(ARGUMENT(IABContainer, SetProps, 0) a0, ARGUMENT(IABContainer, SetProps, 1) a1, ARGUMENT(IABContainer, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IABContainer, DeleteProps) WINAPI DeleteProps(ARGUMENT(IABContainer, DeleteProps, 0) a0, ARGUMENT(IABContainer, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IABContainer, CopyTo) WINAPI CopyTo(ARGUMENT(IABContainer, CopyTo, 0) a0, ARGUMENT(IABContainer, CopyTo, 1) a1, ARGUMENT(IABContainer, CopyTo, 2) a2, ARGUMENT(IABContainer, CopyTo, 3) a3, ARGUMENT(IABContainer, CopyTo, 4) a4, ARGUMENT(IABContainer, CopyTo, 5) a5, ARGUMENT(IABContainer, CopyTo, 6) a6, ARGUMENT(IABContainer, CopyTo, 7) a7, ARGUMENT(IABContainer, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IABContainer, CopyProps) WINAPI CopyProps(ARGUMENT(IABContainer, CopyProps, 0) a0, ARGUMENT(IABContainer, CopyProps, 1) a1, ARGUMENT(IABContainer, CopyProps, 2) a2, ARGUMENT(IABContainer, CopyProps, 3) a3, ARGUMENT(IABContainer, CopyProps, 4) a4, ARGUMENT(IABContainer, CopyProps, 5) a5, ARGUMENT(IABContainer, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IABContainer, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IABContainer, GetNamesFromIDs, 0) a0, ARGUMENT(IABContainer, GetNamesFromIDs, 1) a1, ARGUMENT(IABContainer, GetNamesFromIDs, 2) a2, ARGUMENT(IABContainer, GetNamesFromIDs, 3) a3, ARGUMENT(IABContainer, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IABContainer, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IABContainer, GetIDsFromNames, 0) a0, ARGUMENT(IABContainer, GetIDsFromNames, 1) a1, ARGUMENT(IABContainer, GetIDsFromNames, 2) a2, ARGUMENT(IABContainer, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IABContainer, GetContentsTable) WINAPI GetContentsTable(ARGUMENT(IABContainer, GetContentsTable, 0) a0, ARGUMENT(IABContainer, GetContentsTable, 1) a1) override {
        arrived("IMAPIContainer::GetContentsTable");
        number(0, a0);
        return PASS_ON(inner->GetContentsTable(a0, a1));
    }
    ANSWER(IABContainer, GetHierarchyTable) WINAPI GetHierarchyTable(ARGUMENT(IABContainer, GetHierarchyTable, 0) a0, ARGUMENT(IABContainer, GetHierarchyTable, 1) a1) override {
        arrived("IMAPIContainer::GetHierarchyTable");
        number(0, a0);
        return PASS_ON(inner->GetHierarchyTable(a0, a1));
    }
    ANSWER(IABContainer, OpenEntry) WINAPI OpenEntry(ARGUMENT(IABContainer, OpenEntry, 0) a0, ARGUMENT(IABContainer, OpenEntry, 1) a1, ARGUMENT(IABContainer, OpenEntry, 2) a2, ARGUMENT(IABContainer, OpenEntry, 3) a3, ARGUMENT(IABContainer, OpenEntry, 4) a4, ARGUMENT(IABContainer, OpenEntry, 5) a5) override {
        arrived("IMAPIContainer::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IABContainer, SetSearchCriteria) WINAPI SetSearchCriteria(ARGUMENT(IABContainer, SetSearchCriteria, 0) a0, ARGUMENT(IABContainer, SetSearchCriteria, 1) a1, ARGUMENT(IABContainer, SetSearchCriteria, 2) a2) override {
        arrived("IMAPIContainer::SetSearchCriteria");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->SetSearchCriteria(a0, a1, a2));
    }
    ANSWER(IABContainer, GetSearchCriteria) WINAPI GetSearchCriteria(ARGUMENT(IABContainer, GetSearchCriteria, 0) a0, ARGUMENT(IABContainer, GetSearchCriteria, 1) a1, ARGUMENT(IABContainer, GetSearchCriteria, 2) a2, ARGUMENT(IABContainer, GetSearchCriteria, 3) a3) override {
        arrived("IMAPIContainer::GetSearchCriteria");
        number(0, a0);
        return PASS_ON(inner->GetSearchCriteria(a0, a1, a2, a3));
    }
    ANSWER(IABContainer, CreateEntry) WINAPI CreateEntry(ARGUMENT(IABContainer, CreateEntry, 0) a0, ARGUMENT(IABContainer, CreateEntry, 1) a1, ARGUMENT(IABContainer, CreateEntry, 2) a2, ARGUMENT(IABContainer, CreateEntry, 3) a3) override {
        arrived("IABContainer::CreateEntry");
        bytes(a0, a1);
        number(2, a2);
        return PASS_ON(inner->CreateEntry(a0, a1, a2, a3));
    }
    ANSWER(IABContainer, CopyEntries) WINAPI CopyEntries(ARGUMENT(IABContainer, CopyEntries, 0) a0, ARGUMENT(IABContainer, CopyEntries, 1) a1, ARGUMENT(IABContainer, CopyEntries, 2) a2, ARGUMENT(IABContainer, CopyEntries, 3) a3) override {
        arrived("IABContainer::CopyEntries");
        content(a0);
        number(1, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->CopyEntries(a0, a1, a2, a3));
    }
    ANSWER(IABContainer, DeleteEntries) WINAPI DeleteEntries(ARGUMENT(IABContainer, DeleteEntries, 0) a0, ARGUMENT(IABContainer, DeleteEntries, 1) a1) override {
        arrived("IABContainer::DeleteEntries");
        content(a0);
        CHECK(!a1);
        return PASS_ON(inner->DeleteEntries(a0, a1));
    }
    ANSWER(IABContainer, ResolveNames) WINAPI ResolveNames(ARGUMENT(IABContainer, ResolveNames, 0) a0, ARGUMENT(IABContainer, ResolveNames, 1) a1, ARGUMENT(IABContainer, ResolveNames, 2) a2, ARGUMENT(IABContainer, ResolveNames, 3) a3) override {
        arrived("IABContainer::ResolveNames");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->ResolveNames(a0, a1, a2, a3));
    }
};

struct Relay_IABLogon final : Relay<Relay_IABLogon, IABLogon> {
    using Relay::Relay;
    ANSWER(IABLogon, GetLastError) WINAPI GetLastError(ARGUMENT(IABLogon, GetLastError, 0) a0, ARGUMENT(IABLogon, GetLastError, 1) a1, ARGUMENT(IABLogon, GetLastError, 2) a2) override {
        arrived("IABLogon::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IABLogon, Logoff) WINAPI Logoff(ARGUMENT(IABLogon, Logoff, 0) a0) override {
        arrived("IABLogon::Logoff");
        CHECK(!a0);
        return PASS_ON(inner->Logoff(a0));
    }
    ANSWER(IABLogon, OpenEntry) WINAPI OpenEntry(ARGUMENT(IABLogon, OpenEntry, 0) a0, ARGUMENT(IABLogon, OpenEntry, 1) a1, ARGUMENT(IABLogon, OpenEntry, 2) a2, ARGUMENT(IABLogon, OpenEntry, 3) a3, ARGUMENT(IABLogon, OpenEntry, 4) a4, ARGUMENT(IABLogon, OpenEntry, 5) a5) override {
        arrived("IABLogon::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IABLogon, CompareEntryIDs) WINAPI CompareEntryIDs(ARGUMENT(IABLogon, CompareEntryIDs, 0) a0, ARGUMENT(IABLogon, CompareEntryIDs, 1) a1, ARGUMENT(IABLogon, CompareEntryIDs, 2) a2, ARGUMENT(IABLogon, CompareEntryIDs, 3) a3, ARGUMENT(IABLogon, CompareEntryIDs, 4) a4, ARGUMENT(IABLogon, CompareEntryIDs, 5) a5) override {
        arrived("IABLogon::CompareEntryIDs");
        bytes(a0, a1);
        bytes(a2, a3);
        CHECK(!a4);
        return PASS_ON(inner->CompareEntryIDs(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IABLogon, Advise) WINAPI Advise(ARGUMENT(IABLogon, Advise, 0) a0, ARGUMENT(IABLogon, Advise, 1) a1, ARGUMENT(IABLogon, Advise, 2) a2, ARGUMENT(IABLogon, Advise, 3) a3, ARGUMENT(IABLogon, Advise, 4) a4) override {
        arrived("IABLogon::Advise");
        bytes(a0, a1);
        number(2, a2);
        content(a3);
        return PASS_ON(inner->Advise(a0, a1, a2, a3, a4));
    }
    ANSWER(IABLogon, Unadvise) WINAPI Unadvise(ARGUMENT(IABLogon, Unadvise, 0) a0) override {
        arrived("IABLogon::Unadvise");
        number(0, a0);
        return PASS_ON(inner->Unadvise(a0));
    }
    ANSWER(IABLogon, OpenStatusEntry) WINAPI OpenStatusEntry(ARGUMENT(IABLogon, OpenStatusEntry, 0) a0, ARGUMENT(IABLogon, OpenStatusEntry, 1) a1, ARGUMENT(IABLogon, OpenStatusEntry, 2) a2, ARGUMENT(IABLogon, OpenStatusEntry, 3) a3) override {
        arrived("IABLogon::OpenStatusEntry");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->OpenStatusEntry(a0, a1, a2, a3));
    }
    ANSWER(IABLogon, OpenTemplateID) WINAPI OpenTemplateID(ARGUMENT(IABLogon, OpenTemplateID, 0) a0, ARGUMENT(IABLogon, OpenTemplateID, 1) a1, ARGUMENT(IABLogon, OpenTemplateID, 2) a2, ARGUMENT(IABLogon, OpenTemplateID, 3) a3, ARGUMENT(IABLogon, OpenTemplateID, 4) a4, ARGUMENT(IABLogon, OpenTemplateID, 5) a5, ARGUMENT(IABLogon, OpenTemplateID, 6) a6) override {
        arrived("IABLogon::OpenTemplateID");
        bytes(a0, a1);
        number(2, a2);
        content(a3);
        content(a4);
        CHECK(!a6);
        return PASS_ON(inner->OpenTemplateID(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IABLogon, GetOneOffTable) WINAPI GetOneOffTable(ARGUMENT(IABLogon, GetOneOffTable, 0) a0, ARGUMENT(IABLogon, GetOneOffTable, 1) a1) override {
        arrived("IABLogon::GetOneOffTable");
        number(0, a0);
        return PASS_ON(inner->GetOneOffTable(a0, a1));
    }
    ANSWER(IABLogon, PrepareRecips) WINAPI PrepareRecips(ARGUMENT(IABLogon, PrepareRecips, 0) a0, ARGUMENT(IABLogon, PrepareRecips, 1) a1, ARGUMENT(IABLogon, PrepareRecips, 2) a2) override {
        arrived("IABLogon::PrepareRecips");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->PrepareRecips(a0, a1, a2));
    }
};

struct Relay_IABProvider final : Relay<Relay_IABProvider, IABProvider> {
    using Relay::Relay;
    ANSWER(IABProvider, Shutdown) WINAPI Shutdown(ARGUMENT(IABProvider, Shutdown, 0) a0) override {
        arrived("IABProvider::Shutdown");
        content(a0);
        return PASS_ON(inner->Shutdown(a0));
    }
    ANSWER(IABProvider, Logon) WINAPI Logon(ARGUMENT(IABProvider, Logon, 0) a0, ARGUMENT(IABProvider, Logon, 1) a1, ARGUMENT(IABProvider, Logon, 2) a2, ARGUMENT(IABProvider, Logon, 3) a3, ARGUMENT(IABProvider, Logon, 4) a4, ARGUMENT(IABProvider, Logon, 5) a5, ARGUMENT(IABProvider, Logon, 6) a6, ARGUMENT(IABProvider, Logon, 7) a7) override {
        arrived("IABProvider::Logon");
        content(a0);
        number(1, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->Logon(a0, a1, a2, a3, a4, a5, a6, a7));
    }
};

struct Relay_IAddrBook final : Relay<Relay_IAddrBook, IAddrBook> {
    using Relay::Relay;
    ANSWER(IAddrBook, GetLastError) WINAPI GetLastError(ARGUMENT(IAddrBook, GetLastError, 0) a0, ARGUMENT(IAddrBook, GetLastError, 1) a1, ARGUMENT(IAddrBook, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IAddrBook, SaveChanges) WINAPI SaveChanges(ARGUMENT(IAddrBook, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IAddrBook, GetProps) WINAPI GetProps(ARGUMENT(IAddrBook, GetProps, 0) a0, ARGUMENT(IAddrBook, GetProps, 1) a1, ARGUMENT(IAddrBook, GetProps, 2) a2, ARGUMENT(IAddrBook, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IAddrBook, GetPropList) WINAPI GetPropList(ARGUMENT(IAddrBook, GetPropList, 0) a0, ARGUMENT(IAddrBook, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IAddrBook, OpenProperty) WINAPI OpenProperty(ARGUMENT(IAddrBook, OpenProperty, 0) a0, ARGUMENT(IAddrBook, OpenProperty, 1) a1, ARGUMENT(IAddrBook, OpenProperty, 2) a2, ARGUMENT(IAddrBook, OpenProperty, 3) a3, ARGUMENT(IAddrBook, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IAddrBook, SetProps) WINAPI SetProps(ARGUMENT(IAddrBook, SetProps, 0) a0, ARGUMENT(IAddrBook, SetProps, 1) a1, ARGUMENT(IAddrBook, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IAddrBook, DeleteProps) WINAPI DeleteProps(ARGUMENT(IAddrBook, DeleteProps, 0) a0, ARGUMENT(IAddrBook, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IAddrBook, CopyTo) WINAPI CopyTo(ARGUMENT(IAddrBook, CopyTo, 0) a0, ARGUMENT(IAddrBook, CopyTo, 1) a1, ARGUMENT(IAddrBook, CopyTo, 2) a2, ARGUMENT(IAddrBook, CopyTo, 3) a3, ARGUMENT(IAddrBook, CopyTo, 4) a4, ARGUMENT(IAddrBook, CopyTo, 5) a5, ARGUMENT(IAddrBook, CopyTo, 6) a6, ARGUMENT(IAddrBook, CopyTo, 7) a7, ARGUMENT(IAddrBook, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IAddrBook, CopyProps) WINAPI CopyProps(ARGUMENT(IAddrBook, CopyProps, 0) a0, ARGUMENT(IAddrBook, CopyProps, 1) a1, ARGUMENT(IAddrBook, CopyProps, 2) a2, ARGUMENT(IAddrBook, CopyProps, 3) a3, ARGUMENT(IAddrBook, CopyProps, 4) a4, ARGUMENT(IAddrBook, CopyProps, 5) a5, ARGUMENT(IAddrBook, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IAddrBook, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IAddrBook, GetNamesFromIDs, 0) a0, ARGUMENT(IAddrBook, GetNamesFromIDs, 1) a1, ARGUMENT(IAddrBook, GetNamesFromIDs, 2) a2, ARGUMENT(IAddrBook, GetNamesFromIDs, 3) a3, ARGUMENT(IAddrBook, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IAddrBook, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IAddrBook, GetIDsFromNames, 0) a0, ARGUMENT(IAddrBook, GetIDsFromNames, 1) a1, ARGUMENT(IAddrBook, GetIDsFromNames, 2) a2, ARGUMENT(IAddrBook, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IAddrBook, OpenEntry) WINAPI OpenEntry(ARGUMENT(IAddrBook, OpenEntry, 0) a0, ARGUMENT(IAddrBook, OpenEntry, 1) a1, ARGUMENT(IAddrBook, OpenEntry, 2) a2, ARGUMENT(IAddrBook, OpenEntry, 3) a3, ARGUMENT(IAddrBook, OpenEntry, 4) a4, ARGUMENT(IAddrBook, OpenEntry, 5) a5) override {
        arrived("IAddrBook::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IAddrBook, CompareEntryIDs) WINAPI CompareEntryIDs(ARGUMENT(IAddrBook, CompareEntryIDs, 0) a0, ARGUMENT(IAddrBook, CompareEntryIDs, 1) a1, ARGUMENT(IAddrBook, CompareEntryIDs, 2) a2, ARGUMENT(IAddrBook, CompareEntryIDs, 3) a3, ARGUMENT(IAddrBook, CompareEntryIDs, 4) a4, ARGUMENT(IAddrBook, CompareEntryIDs, 5) a5) override {
        arrived("IAddrBook::CompareEntryIDs");
        bytes(a0, a1);
        bytes(a2, a3);
        CHECK(!a4);
        return PASS_ON(inner->CompareEntryIDs(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IAddrBook, Advise) WINAPI Advise(ARGUMENT(IAddrBook, Advise, 0) a0, ARGUMENT(IAddrBook, Advise, 1) a1, ARGUMENT(IAddrBook, Advise, 2) a2, ARGUMENT(IAddrBook, Advise, 3) a3, ARGUMENT(IAddrBook, Advise, 4) a4) override {
        arrived("IAddrBook::Advise");
        bytes(a0, a1);
        number(2, a2);
        content(a3);
        return PASS_ON(inner->Advise(a0, a1, a2, a3, a4));
    }
    ANSWER(IAddrBook, Unadvise) WINAPI Unadvise(ARGUMENT(IAddrBook, Unadvise, 0) a0) override {
        arrived("IAddrBook::Unadvise");
        number(0, a0);
        return PASS_ON(inner->Unadvise(a0));
    }
    ANSWER(IAddrBook, CreateOneOff) WINAPI CreateOneOff(ARGUMENT(IAddrBook, CreateOneOff, 0) a0, ARGUMENT(IAddrBook, CreateOneOff, 1) a1, ARGUMENT(IAddrBook, CreateOneOff, 2) a2, ARGUMENT(IAddrBook, CreateOneOff, 3) a3, ARGUMENT(IAddrBook, CreateOneOff, 4) a4, ARGUMENT(IAddrBook, CreateOneOff, 5) a5) override {
        arrived("IAddrBook::CreateOneOff");
        content(a0);
        content(a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->CreateOneOff(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IAddrBook, NewEntry) WINAPI NewEntry(ARGUMENT(IAddrBook, NewEntry, 0) a0, ARGUMENT(IAddrBook, NewEntry, 1) a1, ARGUMENT(IAddrBook, NewEntry, 2) a2, ARGUMENT(IAddrBook, NewEntry, 3) a3, ARGUMENT(IAddrBook, NewEntry, 4) a4, ARGUMENT(IAddrBook, NewEntry, 5) a5, ARGUMENT(IAddrBook, NewEntry, 6) a6, ARGUMENT(IAddrBook, NewEntry, 7) a7) override {
        arrived("IAddrBook::NewEntry");
        number(0, a0);
        number(1, a1);
        bytes(a2, a3);
        bytes(a4, a5);
        return PASS_ON(inner->NewEntry(a0, a1, a2, a3, a4, a5, a6, a7));
    }
    ANSWER(IAddrBook, ResolveName) WINAPI ResolveName(ARGUMENT(IAddrBook, ResolveName, 0) a0, ARGUMENT(IAddrBook, ResolveName, 1) a1, ARGUMENT(IAddrBook, ResolveName, 2) a2, ARGUMENT(IAddrBook, ResolveName, 3) a3) override {
        arrived("IAddrBook::ResolveName");
        number(0, a0);
        number(1, a1);
        content(a2);
        return PASS_ON(inner->ResolveName(a0, a1, a2, a3));
    }
    ANSWER(IAddrBook, Address) WINAPI Address(ARGUMENT(IAddrBook, Address, 0) a0, ARGUMENT(IAddrBook, Address, 1) a1, ARGUMENT(IAddrBook, Address, 2) a2) override {
        arrived("IAddrBook::Address");
        return PASS_ON(inner->Address(a0, a1, a2));
    }
    ANSWER(IAddrBook, Details) WINAPI Details(ARGUMENT(IAddrBook, Details, 0) a0, ARGUMENT(IAddrBook, Details, 1) a1, ARGUMENT(IAddrBook, Details, 2) a2, ARGUMENT(IAddrBook, Details, 3) a3, ARGUMENT(IAddrBook, Details, 4) a4, ARGUMENT(IAddrBook, Details, 5) a5, ARGUMENT(IAddrBook, Details, 6) a6, ARGUMENT(IAddrBook, Details, 7) a7, ARGUMENT(IAddrBook, Details, 8) a8) override {
        arrived("IAddrBook::Details");
        bytes(a3, a4);
        content(a7);
        number(8, a8);
        return PASS_ON(inner->Details(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IAddrBook, RecipOptions) WINAPI RecipOptions(ARGUMENT(IAddrBook, RecipOptions, 0) a0, ARGUMENT(IAddrBook, RecipOptions, 1) a1, ARGUMENT(IAddrBook, RecipOptions, 2) a2) override {
        arrived("IAddrBook::RecipOptions");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->RecipOptions(a0, a1, a2));
    }
    ANSWER(IAddrBook, QueryDefaultRecipOpt) WINAPI QueryDefaultRecipOpt(ARGUMENT(IAddrBook, QueryDefaultRecipOpt, 0) a0, ARGUMENT(IAddrBook, QueryDefaultRecipOpt, 1) a1, ARGUMENT(IAddrBook, QueryDefaultRecipOpt, 2) a2, ARGUMENT(IAddrBook, QueryDefaultRecipOpt, 3) a3) override {
        arrived("IAddrBook::QueryDefaultRecipOpt");
        content(a0);
        CHECK(!a1);
        return PASS_ON(inner->QueryDefaultRecipOpt(a0, a1, a2, a3));
    }
    ANSWER(IAddrBook, GetPAB) WINAPI GetPAB(ARGUMENT(IAddrBook, GetPAB, 0) a0, ARGUMENT(IAddrBook, GetPAB, 1) a1) override {
        arrived("IAddrBook::GetPAB");
        return PASS_ON(inner->GetPAB(a0, a1));
    }
    ANSWER(IAddrBook, SetPAB) WINAPI SetPAB(ARGUMENT(IAddrBook, SetPAB, 0) a0, ARGUMENT(IAddrBook, SetPAB, 1) a1) override {
        arrived("IAddrBook::SetPAB");
        bytes(a0, a1);
        return PASS_ON(inner->SetPAB(a0, a1));
    }
    ANSWER(IAddrBook, GetDefaultDir) WINAPI GetDefaultDir(ARGUMENT(IAddrBook, GetDefaultDir, 0) a0, ARGUMENT(IAddrBook, GetDefaultDir, 1) a1) override {
        arrived("IAddrBook::GetDefaultDir");
        return PASS_ON(inner->GetDefaultDir(a0, a1));
    }
    ANSWER(IAddrBook, SetDefaultDir) WINAPI SetDefaultDir(ARGUMENT(IAddrBook, SetDefaultDir, 0) a0, ARGUMENT(IAddrBook, SetDefaultDir, 1) a1) override {
        arrived("IAddrBook::SetDefaultDir");
        bytes(a0, a1);
        return PASS_ON(inner->SetDefaultDir(a0, a1));
    }
    ANSWER(IAddrBook, GetSearchPath) WINAPI GetSearchPath(ARGUMENT(IAddrBook, GetSearchPath, 0) a0, ARGUMENT(IAddrBook, GetSearchPath, 1) a1) override {
        arrived("IAddrBook::GetSearchPath");
        number(0, a0);
        return PASS_ON(inner->GetSearchPath(a0, a1));
    }
    ANSWER(IAddrBook, SetSearchPath) WINAPI SetSearchPath(ARGUMENT(IAddrBook, SetSearchPath, 0) a0, ARGUMENT(IAddrBook, SetSearchPath, 1) a1) override {
        arrived("IAddrBook::SetSearchPath");
        CHECK(!a0);
        content(a1);
        return PASS_ON(inner->SetSearchPath(a0, a1));
    }
    ANSWER(IAddrBook, PrepareRecips) WINAPI PrepareRecips(ARGUMENT(IAddrBook, PrepareRecips, 0) a0, ARGUMENT(IAddrBook, PrepareRecips, 1) a1, ARGUMENT(IAddrBook, PrepareRecips, 2) a2) override {
        arrived("IAddrBook::PrepareRecips");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->PrepareRecips(a0, a1, a2));
    }
};

struct Relay_IAttach final : Relay<Relay_IAttach, IAttach> {
    using Relay::Relay;
    ANSWER(IAttach, GetLastError) WINAPI GetLastError(ARGUMENT(IAttach, GetLastError, 0) a0, ARGUMENT(IAttach, GetLastError, 1) a1, ARGUMENT(IAttach, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IAttach, SaveChanges) WINAPI SaveChanges(ARGUMENT(IAttach, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IAttach, GetProps) WINAPI GetProps(ARGUMENT(IAttach, GetProps, 0) a0, ARGUMENT(IAttach, GetProps, 1) a1, ARGUMENT(IAttach, GetProps, 2) a2, ARGUMENT(IAttach, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IAttach, GetPropList) WINAPI GetPropList(ARGUMENT(IAttach, GetPropList, 0) a0, ARGUMENT(IAttach, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IAttach, OpenProperty) WINAPI OpenProperty(ARGUMENT(IAttach, OpenProperty, 0) a0, ARGUMENT(IAttach, OpenProperty, 1) a1, ARGUMENT(IAttach, OpenProperty, 2) a2, ARGUMENT(IAttach, OpenProperty, 3) a3, ARGUMENT(IAttach, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IAttach, SetProps) WINAPI SetProps(ARGUMENT(IAttach, SetProps, 0) a0, ARGUMENT(IAttach, SetProps, 1) a1, ARGUMENT(IAttach, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IAttach, DeleteProps) WINAPI DeleteProps(ARGUMENT(IAttach, DeleteProps, 0) a0, ARGUMENT(IAttach, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IAttach, CopyTo) WINAPI CopyTo(ARGUMENT(IAttach, CopyTo, 0) a0, ARGUMENT(IAttach, CopyTo, 1) a1, ARGUMENT(IAttach, CopyTo, 2) a2, ARGUMENT(IAttach, CopyTo, 3) a3, ARGUMENT(IAttach, CopyTo, 4) a4, ARGUMENT(IAttach, CopyTo, 5) a5, ARGUMENT(IAttach, CopyTo, 6) a6, ARGUMENT(IAttach, CopyTo, 7) a7, ARGUMENT(IAttach, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IAttach, CopyProps) WINAPI CopyProps(ARGUMENT(IAttach, CopyProps, 0) a0, ARGUMENT(IAttach, CopyProps, 1) a1, ARGUMENT(IAttach, CopyProps, 2) a2, ARGUMENT(IAttach, CopyProps, 3) a3, ARGUMENT(IAttach, CopyProps, 4) a4, ARGUMENT(IAttach, CopyProps, 5) a5, ARGUMENT(IAttach, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IAttach, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IAttach, GetNamesFromIDs, 0) a0, ARGUMENT(IAttach, GetNamesFromIDs, 1) a1, ARGUMENT(IAttach, GetNamesFromIDs, 2) a2, ARGUMENT(IAttach, GetNamesFromIDs, 3) a3, ARGUMENT(IAttach, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IAttach, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IAttach, GetIDsFromNames, 0) a0, ARGUMENT(IAttach, GetIDsFromNames, 1) a1, ARGUMENT(IAttach, GetIDsFromNames, 2) a2, ARGUMENT(IAttach, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
};

struct Relay_IDistList final : Relay<Relay_IDistList, IDistList> {
    using Relay::Relay;
    ANSWER(IDistList, GetLastError) WINAPI GetLastError(ARGUMENT(IDistList, GetLastError, 0) a0, ARGUMENT(IDistList, GetLastError, 1) a1, ARGUMENT(IDistList, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IDistList, SaveChanges) WINAPI SaveChanges(ARGUMENT(IDistList, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IDistList, GetProps) WINAPI GetProps(ARGUMENT(IDistList, GetProps, 0) a0, ARGUMENT(IDistList, GetProps, 1) a1, ARGUMENT(IDistList, GetProps, 2) a2, ARGUMENT(IDistList, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IDistList, GetPropList) WINAPI GetPropList(ARGUMENT(IDistList, GetPropList, 0) a0, ARGUMENT(IDistList, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IDistList, OpenProperty) WINAPI OpenProperty(ARGUMENT(IDistList, OpenProperty, 0) a0, ARGUMENT(IDistList, OpenProperty, 1) a1, ARGUMENT(IDistList, OpenProperty, 2) a2, ARGUMENT(IDistList, OpenProperty, 3) a3, ARGUMENT(IDistList, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IDistList, SetProps) WINAPI SetProps(ARGUMENT(IDistList, SetProps, 0) a0, ARGUMENT(IDistList, SetProps, 1) a1, ARGUMENT(IDistList, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IDistList, DeleteProps) WINAPI DeleteProps(ARGUMENT(IDistList, DeleteProps, 0) a0, ARGUMENT(IDistList, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IDistList, CopyTo) WINAPI CopyTo(ARGUMENT(IDistList, CopyTo, 0) a0, ARGUMENT(IDistList, CopyTo, 1) a1, ARGUMENT(IDistList, CopyTo, 2) a2, ARGUMENT(IDistList, CopyTo, 3) a3, ARGUMENT(IDistList, CopyTo, 4) a4, ARGUMENT(IDistList, CopyTo, 5) a5, ARGUMENT(IDistList, CopyTo, 6) a6, ARGUMENT(IDistList, CopyTo, 7) a7, ARGUMENT(IDistList, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IDistList, CopyProps) WINAPI CopyProps(ARGUMENT(IDistList, CopyProps, 0) a0, ARGUMENT(IDistList, CopyProps, 1) a1, ARGUMENT(IDistList, CopyProps, 2) a2, ARGUMENT(IDistList, CopyProps, 3) a3, ARGUMENT(IDistList, CopyProps, 4) a4, ARGUMENT(IDistList, CopyProps, 5) a5, ARGUMENT(IDistList, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IDistList, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IDistList, GetNamesFromIDs, 0) a0, ARGUMENT(IDistList, GetNamesFromIDs, 1) a1, ARGUMENT(IDistList, GetNamesFromIDs, 2) a2, ARGUMENT(IDistList, GetNamesFromIDs, 3) a3, ARGUMENT(IDistList, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IDistList, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IDistList, GetIDsFromNames, 0) a0, ARGUMENT(IDistList, GetIDsFromNames, 1) a1, ARGUMENT(IDistList, GetIDsFromNames, 2) a2, ARGUMENT(IDistList, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IDistList, GetContentsTable) WINAPI GetContentsTable(ARGUMENT(IDistList, GetContentsTable, 0) a0, ARGUMENT(IDistList, GetContentsTable, 1) a1) override {
        arrived("IMAPIContainer::GetContentsTable");
        number(0, a0);
        return PASS_ON(inner->GetContentsTable(a0, a1));
    }
    ANSWER(IDistList, GetHierarchyTable) WINAPI GetHierarchyTable(ARGUMENT(IDistList, GetHierarchyTable, 0) a0, ARGUMENT(IDistList, GetHierarchyTable, 1) a1) override {
        arrived("IMAPIContainer::GetHierarchyTable");
        number(0, a0);
        return PASS_ON(inner->GetHierarchyTable(a0, a1));
    }
    ANSWER(IDistList, OpenEntry) WINAPI OpenEntry(ARGUMENT(IDistList, OpenEntry, 0) a0, ARGUMENT(IDistList, OpenEntry, 1) a1, ARGUMENT(IDistList, OpenEntry, 2) a2, ARGUMENT(IDistList, OpenEntry, 3) a3, ARGUMENT(IDistList, OpenEntry, 4) a4, ARGUMENT(IDistList, OpenEntry, 5) a5) override {
        arrived("IMAPIContainer::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IDistList, SetSearchCriteria) WINAPI SetSearchCriteria(ARGUMENT(IDistList, SetSearchCriteria, 0) a0, ARGUMENT(IDistList, SetSearchCriteria, 1) a1, ARGUMENT(IDistList, SetSearchCriteria, 2) a2) override {
        arrived("IMAPIContainer::SetSearchCriteria");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->SetSearchCriteria(a0, a1, a2));
    }
    ANSWER(IDistList, GetSearchCriteria) WINAPI GetSearchCriteria(ARGUMENT(IDistList, GetSearchCriteria, 0) a0, ARGUMENT(IDistList, GetSearchCriteria, 1) a1, ARGUMENT(IDistList, GetSearchCriteria, 2) a2, ARGUMENT(IDistList, GetSearchCriteria, 3) a3) override {
        arrived("IMAPIContainer::GetSearchCriteria");
        number(0, a0);
        return PASS_ON(inner->GetSearchCriteria(a0, a1, a2, a3));
    }
    ANSWER(IDistList, CreateEntry) WINAPI CreateEntry(ARGUMENT(IDistList, CreateEntry, 0) a0, ARGUMENT(IDistList, CreateEntry, 1) a1, ARGUMENT(IDistList, CreateEntry, 2) a2, ARGUMENT(IDistList, CreateEntry, 3) a3) override {
        arrived("IDistList::CreateEntry");
        bytes(a0, a1);
        number(2, a2);
        return PASS_ON(inner->CreateEntry(a0, a1, a2, a3));
    }
    ANSWER(IDistList, CopyEntries) WINAPI CopyEntries(ARGUMENT(IDistList, CopyEntries, 0) a0, ARGUMENT(IDistList, CopyEntries, 1) a1, ARGUMENT(IDistList, CopyEntries, 2) a2, ARGUMENT(IDistList, CopyEntries, 3) a3) override {
        arrived("IDistList::CopyEntries");
        content(a0);
        number(1, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->CopyEntries(a0, a1, a2, a3));
    }
    ANSWER(IDistList, DeleteEntries) WINAPI DeleteEntries(ARGUMENT(IDistList, DeleteEntries, 0) a0, ARGUMENT(IDistList, DeleteEntries, 1) a1) override {
        arrived("IDistList::DeleteEntries");
        content(a0);
        CHECK(!a1);
        return PASS_ON(inner->DeleteEntries(a0, a1));
    }
    ANSWER(IDistList, ResolveNames) WINAPI ResolveNames(ARGUMENT(IDistList, ResolveNames, 0) a0, ARGUMENT(IDistList, ResolveNames, 1) a1, ARGUMENT(IDistList, ResolveNames, 2) a2, ARGUMENT(IDistList, ResolveNames, 3) a3) override {
        arrived("IDistList::ResolveNames");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->ResolveNames(a0, a1, a2, a3));
    }
};

struct Relay_IMAPIAdviseSink final : Relay<Relay_IMAPIAdviseSink, IMAPIAdviseSink> {
    using Relay::Relay;
    ANSWER(IMAPIAdviseSink, OnNotify) WINAPI OnNotify(ARGUMENT(IMAPIAdviseSink, OnNotify, 0) a0, ARGUMENT(IMAPIAdviseSink, OnNotify, 1) a1) override {
        arrived("IMAPIAdviseSink::OnNotify");
        return PASS_ON(inner->OnNotify(a0, a1));
    }
};

struct Relay_IMAPIContainer final : Relay<Relay_IMAPIContainer, IMAPIContainer> {
    using Relay::Relay;
    ANSWER(IMAPIContainer, GetLastError) WINAPI GetLastError(ARGUMENT(IMAPIContainer, GetLastError, 0) a0, ARGUMENT(IMAPIContainer, GetLastError, 1) a1, ARGUMENT(IMAPIContainer, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMAPIContainer, SaveChanges) WINAPI SaveChanges(ARGUMENT(IMAPIContainer, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IMAPIContainer, GetProps) WINAPI GetProps(ARGUMENT(IMAPIContainer, GetProps, 0) a0, ARGUMENT(IMAPIContainer, GetProps, 1) a1, ARGUMENT(IMAPIContainer, GetProps, 2) a2, ARGUMENT(IMAPIContainer, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IMAPIContainer, GetPropList) WINAPI GetPropList(ARGUMENT(IMAPIContainer, GetPropList, 0) a0, ARGUMENT(IMAPIContainer, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IMAPIContainer, OpenProperty) WINAPI OpenProperty(ARGUMENT(IMAPIContainer, OpenProperty, 0) a0, ARGUMENT(IMAPIContainer, OpenProperty, 1) a1, ARGUMENT(IMAPIContainer, OpenProperty, 2) a2, ARGUMENT(IMAPIContainer, OpenProperty, 3) a3, ARGUMENT(IMAPIContainer, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIContainer, SetProps) WINAPI SetProps(ARGUMENT(IMAPIContainer, SetProps, 0) a0, ARGUMENT(IMAPIContainer, SetProps, 1) a1, ARGUMENT(IMAPIContainer, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IMAPIContainer, DeleteProps) WINAPI DeleteProps(ARGUMENT(IMAPIContainer, DeleteProps, 0) a0, ARGUMENT(IMAPIContainer, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IMAPIContainer, CopyTo) WINAPI CopyTo(ARGUMENT(IMAPIContainer, CopyTo, 0) a0, ARGUMENT(IMAPIContainer, CopyTo, 1) a1, ARGUMENT(IMAPIContainer, CopyTo, 2) a2, ARGUMENT(IMAPIContainer, CopyTo, 3) a3, ARGUMENT(IMAPIContainer, CopyTo, 4) a4, ARGUMENT(IMAPIContainer, CopyTo, 5) a5, ARGUMENT(IMAPIContainer, CopyTo, 6) a6, ARGUMENT(IMAPIContainer, CopyTo, 7) a7, ARGUMENT(IMAPIContainer, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMAPIContainer, CopyProps) WINAPI CopyProps(ARGUMENT(IMAPIContainer, CopyProps, 0) a0, ARGUMENT(IMAPIContainer, CopyProps, 1) a1, ARGUMENT(IMAPIContainer, CopyProps, 2) a2, ARGUMENT(IMAPIContainer, CopyProps, 3) a3, ARGUMENT(IMAPIContainer, CopyProps, 4) a4, ARGUMENT(IMAPIContainer, CopyProps, 5) a5, ARGUMENT(IMAPIContainer, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMAPIContainer, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IMAPIContainer, GetNamesFromIDs, 0) a0, ARGUMENT(IMAPIContainer, GetNamesFromIDs, 1) a1, ARGUMENT(IMAPIContainer, GetNamesFromIDs, 2) a2, ARGUMENT(IMAPIContainer, GetNamesFromIDs, 3) a3, ARGUMENT(IMAPIContainer, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIContainer, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IMAPIContainer, GetIDsFromNames, 0) a0, ARGUMENT(IMAPIContainer, GetIDsFromNames, 1) a1, ARGUMENT(IMAPIContainer, GetIDsFromNames, 2) a2, ARGUMENT(IMAPIContainer, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IMAPIContainer, GetContentsTable) WINAPI GetContentsTable(ARGUMENT(IMAPIContainer, GetContentsTable, 0) a0, ARGUMENT(IMAPIContainer, GetContentsTable, 1) a1) override {
        arrived("IMAPIContainer::GetContentsTable");
        number(0, a0);
        return PASS_ON(inner->GetContentsTable(a0, a1));
    }
    ANSWER(IMAPIContainer, GetHierarchyTable) WINAPI GetHierarchyTable(ARGUMENT(IMAPIContainer, GetHierarchyTable, 0) a0, ARGUMENT(IMAPIContainer, GetHierarchyTable, 1) a1) override {
        arrived("IMAPIContainer::GetHierarchyTable");
        number(0, a0);
        return PASS_ON(inner->GetHierarchyTable(a0, a1));
    }
    ANSWER(IMAPIContainer, OpenEntry) WINAPI OpenEntry(ARGUMENT(IMAPIContainer, OpenEntry, 0) a0, ARGUMENT(IMAPIContainer, OpenEntry, 1) a1, ARGUMENT(IMAPIContainer, OpenEntry, 2) a2, ARGUMENT(IMAPIContainer, OpenEntry, 3) a3, ARGUMENT(IMAPIContainer, OpenEntry, 4) a4, ARGUMENT(IMAPIContainer, OpenEntry, 5) a5) override {
        arrived("IMAPIContainer::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPIContainer, SetSearchCriteria) WINAPI SetSearchCriteria(ARGUMENT(IMAPIContainer, SetSearchCriteria, 0) a0, ARGUMENT(IMAPIContainer, SetSearchCriteria, 1) a1, ARGUMENT(IMAPIContainer, SetSearchCriteria, 2) a2) override {
        arrived("IMAPIContainer::SetSearchCriteria");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->SetSearchCriteria(a0, a1, a2));
    }
    ANSWER(IMAPIContainer, GetSearchCriteria) WINAPI GetSearchCriteria(ARGUMENT(IMAPIContainer, GetSearchCriteria, 0) a0, ARGUMENT(IMAPIContainer, GetSearchCriteria, 1) a1, ARGUMENT(IMAPIContainer, GetSearchCriteria, 2) a2, ARGUMENT(IMAPIContainer, GetSearchCriteria, 3) a3) override {
        arrived("IMAPIContainer::GetSearchCriteria");
        number(0, a0);
        return PASS_ON(inner->GetSearchCriteria(a0, a1, a2, a3));
    }
};

struct Relay_IMAPIFolder final : Relay<Relay_IMAPIFolder, IMAPIFolder> {
    using Relay::Relay;
    ANSWER(IMAPIFolder, GetLastError) WINAPI GetLastError(ARGUMENT(IMAPIFolder, GetLastError, 0) a0, ARGUMENT(IMAPIFolder, GetLastError, 1) a1, ARGUMENT(IMAPIFolder, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMAPIFolder, SaveChanges) WINAPI SaveChanges(ARGUMENT(IMAPIFolder, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IMAPIFolder, GetProps) WINAPI GetProps(ARGUMENT(IMAPIFolder, GetProps, 0) a0, ARGUMENT(IMAPIFolder, GetProps, 1) a1, ARGUMENT(IMAPIFolder, GetProps, 2) a2, ARGUMENT(IMAPIFolder, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IMAPIFolder, GetPropList) WINAPI GetPropList(ARGUMENT(IMAPIFolder, GetPropList, 0) a0, ARGUMENT(IMAPIFolder, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IMAPIFolder, OpenProperty) WINAPI OpenProperty(ARGUMENT(IMAPIFolder, OpenProperty, 0) a0, ARGUMENT(IMAPIFolder, OpenProperty, 1) a1, ARGUMENT(IMAPIFolder, OpenProperty, 2) a2, ARGUMENT(IMAPIFolder, OpenProperty, 3) a3, ARGUMENT(IMAPIFolder, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIFolder, SetProps) WINAPI SetProps(ARGUMENT(IMAPIFolder, SetProps, 0) a0, ARGUMENT(IMAPIFolder, SetProps, 1) a1, ARGUMENT(IMAPIFolder, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IMAPIFolder, DeleteProps) WINAPI DeleteProps(ARGUMENT(IMAPIFolder, DeleteProps, 0) a0, ARGUMENT(IMAPIFolder, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IMAPIFolder, CopyTo) WINAPI CopyTo(ARGUMENT(IMAPIFolder, CopyTo, 0) a0, ARGUMENT(IMAPIFolder, CopyTo, 1) a1, ARGUMENT(IMAPIFolder, CopyTo, 2) a2, ARGUMENT(IMAPIFolder, CopyTo, 3) a3, ARGUMENT(IMAPIFolder, CopyTo, 4) a4, ARGUMENT(IMAPIFolder, CopyTo, 5) a5, ARGUMENT(IMAPIFolder, CopyTo, 6) a6, ARGUMENT(IMAPIFolder, CopyTo, 7) a7, ARGUMENT(IMAPIFolder, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMAPIFolder, CopyProps) WINAPI CopyProps(ARGUMENT(IMAPIFolder, CopyProps, 0) a0, ARGUMENT(IMAPIFolder, CopyProps, 1) a1, ARGUMENT(IMAPIFolder, CopyProps, 2) a2, ARGUMENT(IMAPIFolder, CopyProps, 3) a3, ARGUMENT(IMAPIFolder, CopyProps, 4) a4, ARGUMENT(IMAPIFolder, CopyProps, 5) a5, ARGUMENT(IMAPIFolder, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMAPIFolder, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IMAPIFolder, GetNamesFromIDs, 0) a0, ARGUMENT(IMAPIFolder, GetNamesFromIDs, 1) a1, ARGUMENT(IMAPIFolder, GetNamesFromIDs, 2) a2, ARGUMENT(IMAPIFolder, GetNamesFromIDs, 3) a3, ARGUMENT(IMAPIFolder, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIFolder, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IMAPIFolder, GetIDsFromNames, 0) a0, ARGUMENT(IMAPIFolder, GetIDsFromNames, 1) a1, ARGUMENT(IMAPIFolder, GetIDsFromNames, 2) a2, ARGUMENT(IMAPIFolder, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IMAPIFolder, GetContentsTable) WINAPI GetContentsTable(ARGUMENT(IMAPIFolder, GetContentsTable, 0) a0, ARGUMENT(IMAPIFolder, GetContentsTable, 1) a1) override {
        arrived("IMAPIContainer::GetContentsTable");
        number(0, a0);
        return PASS_ON(inner->GetContentsTable(a0, a1));
    }
    ANSWER(IMAPIFolder, GetHierarchyTable) WINAPI GetHierarchyTable(ARGUMENT(IMAPIFolder, GetHierarchyTable, 0) a0, ARGUMENT(IMAPIFolder, GetHierarchyTable, 1) a1) override {
        arrived("IMAPIContainer::GetHierarchyTable");
        number(0, a0);
        return PASS_ON(inner->GetHierarchyTable(a0, a1));
    }
    ANSWER(IMAPIFolder, OpenEntry) WINAPI OpenEntry(ARGUMENT(IMAPIFolder, OpenEntry, 0) a0, ARGUMENT(IMAPIFolder, OpenEntry, 1) a1, ARGUMENT(IMAPIFolder, OpenEntry, 2) a2, ARGUMENT(IMAPIFolder, OpenEntry, 3) a3, ARGUMENT(IMAPIFolder, OpenEntry, 4) a4, ARGUMENT(IMAPIFolder, OpenEntry, 5) a5) override {
        arrived("IMAPIContainer::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPIFolder, SetSearchCriteria) WINAPI SetSearchCriteria(ARGUMENT(IMAPIFolder, SetSearchCriteria, 0) a0, ARGUMENT(IMAPIFolder, SetSearchCriteria, 1) a1, ARGUMENT(IMAPIFolder, SetSearchCriteria, 2) a2) override {
        arrived("IMAPIContainer::SetSearchCriteria");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->SetSearchCriteria(a0, a1, a2));
    }
    ANSWER(IMAPIFolder, GetSearchCriteria) WINAPI GetSearchCriteria(ARGUMENT(IMAPIFolder, GetSearchCriteria, 0) a0, ARGUMENT(IMAPIFolder, GetSearchCriteria, 1) a1, ARGUMENT(IMAPIFolder, GetSearchCriteria, 2) a2, ARGUMENT(IMAPIFolder, GetSearchCriteria, 3) a3) override {
        arrived("IMAPIContainer::GetSearchCriteria");
        number(0, a0);
        return PASS_ON(inner->GetSearchCriteria(a0, a1, a2, a3));
    }
    ANSWER(IMAPIFolder, CreateMessage) WINAPI CreateMessage(ARGUMENT(IMAPIFolder, CreateMessage, 0) a0, ARGUMENT(IMAPIFolder, CreateMessage, 1) a1, ARGUMENT(IMAPIFolder, CreateMessage, 2) a2) override {
        arrived("IMAPIFolder::CreateMessage");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->CreateMessage(a0, a1, a2));
    }
    ANSWER(IMAPIFolder, CopyMessages) WINAPI CopyMessages(ARGUMENT(IMAPIFolder, CopyMessages, 0) a0, ARGUMENT(IMAPIFolder, CopyMessages, 1) a1, ARGUMENT(IMAPIFolder, CopyMessages, 2) a2, ARGUMENT(IMAPIFolder, CopyMessages, 3) a3, ARGUMENT(IMAPIFolder, CopyMessages, 4) a4, ARGUMENT(IMAPIFolder, CopyMessages, 5) a5) override {
        arrived("IMAPIFolder::CopyMessages");
        content(a0);
        content(a1);
        content(a2);
        number(3, a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyMessages(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPIFolder, DeleteMessages) WINAPI DeleteMessages(ARGUMENT(IMAPIFolder, DeleteMessages, 0) a0, ARGUMENT(IMAPIFolder, DeleteMessages, 1) a1, ARGUMENT(IMAPIFolder, DeleteMessages, 2) a2, ARGUMENT(IMAPIFolder, DeleteMessages, 3) a3) override {
        arrived("IMAPIFolder::DeleteMessages");
        content(a0);
        number(1, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->DeleteMessages(a0, a1, a2, a3));
    }
    ANSWER(IMAPIFolder, CreateFolder) WINAPI CreateFolder(ARGUMENT(IMAPIFolder, CreateFolder, 0) a0, ARGUMENT(IMAPIFolder, CreateFolder, 1) a1, ARGUMENT(IMAPIFolder, CreateFolder, 2) a2, ARGUMENT(IMAPIFolder, CreateFolder, 3) a3, ARGUMENT(IMAPIFolder, CreateFolder, 4) a4, ARGUMENT(IMAPIFolder, CreateFolder, 5) a5) override {
        arrived("IMAPIFolder::CreateFolder");
        number(0, a0);
        content(a1);
        content(a2);
        content(a3);
        number(4, a4);
        return PASS_ON(inner->CreateFolder(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPIFolder, CopyFolder) WINAPI CopyFolder(ARGUMENT(IMAPIFolder, CopyFolder, 0) a0, ARGUMENT(IMAPIFolder, CopyFolder, 1) a1, ARGUMENT(IMAPIFolder, CopyFolder, 2) a2, ARGUMENT(IMAPIFolder, CopyFolder, 3) a3, ARGUMENT(IMAPIFolder, CopyFolder, 4) a4, ARGUMENT(IMAPIFolder, CopyFolder, 5) a5, ARGUMENT(IMAPIFolder, CopyFolder, 6) a6, ARGUMENT(IMAPIFolder, CopyFolder, 7) a7) override {
        arrived("IMAPIFolder::CopyFolder");
        bytes(a0, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyFolder(a0, a1, a2, a3, a4, a5, a6, a7));
    }
    ANSWER(IMAPIFolder, DeleteFolder) WINAPI DeleteFolder(ARGUMENT(IMAPIFolder, DeleteFolder, 0) a0, ARGUMENT(IMAPIFolder, DeleteFolder, 1) a1, ARGUMENT(IMAPIFolder, DeleteFolder, 2) a2, ARGUMENT(IMAPIFolder, DeleteFolder, 3) a3, ARGUMENT(IMAPIFolder, DeleteFolder, 4) a4) override {
        arrived("IMAPIFolder::DeleteFolder");
        bytes(a0, a1);
        number(2, a2);
        content(a3);
        number(4, a4);
        return PASS_ON(inner->DeleteFolder(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIFolder, SetReadFlags) WINAPI SetReadFlags(ARGUMENT(IMAPIFolder, SetReadFlags, 0) a0, ARGUMENT(IMAPIFolder, SetReadFlags, 1) a1, ARGUMENT(IMAPIFolder, SetReadFlags, 2) a2, ARGUMENT(IMAPIFolder, SetReadFlags, 3) a3) override {
        arrived("IMAPIFolder::SetReadFlags");
        content(a0);
        number(1, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->SetReadFlags(a0, a1, a2, a3));
    }
    ANSWER(IMAPIFolder, GetMessageStatus) WINAPI GetMessageStatus(ARGUMENT(IMAPIFolder, GetMessageStatus, 0) a0, ARGUMENT(IMAPIFolder, GetMessageStatus, 1) a1, ARGUMENT(IMAPIFolder, GetMessageStatus, 2) a2, ARGUMENT(IMAPIFolder, GetMessageStatus, 3) a3) override {
        arrived("IMAPIFolder::GetMessageStatus");
        bytes(a0, a1);
        CHECK(!a2);
        return PASS_ON(inner->GetMessageStatus(a0, a1, a2, a3));
    }
    ANSWER(IMAPIFolder, SetMessageStatus) WINAPI SetMessageStatus(ARGUMENT(IMAPIFolder, SetMessageStatus, 0) a0, ARGUMENT(IMAPIFolder, SetMessageStatus, 1) a1, ARGUMENT(IMAPIFolder, SetMessageStatus, 2) a2, ARGUMENT(IMAPIFolder, SetMessageStatus, 3) a3, ARGUMENT(IMAPIFolder, SetMessageStatus, 4) a4) override {
        arrived("IMAPIFolder::SetMessageStatus");
        bytes(a0, a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->SetMessageStatus(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIFolder, SaveContentsSort) WINAPI SaveContentsSort(ARGUMENT(IMAPIFolder, SaveContentsSort, 0) a0, ARGUMENT(IMAPIFolder, SaveContentsSort, 1) a1) override {
        arrived("IMAPIFolder::SaveContentsSort");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->SaveContentsSort(a0, a1));
    }
    ANSWER(IMAPIFolder, EmptyFolder) WINAPI EmptyFolder(ARGUMENT(IMAPIFolder, EmptyFolder, 0) a0, ARGUMENT(IMAPIFolder, EmptyFolder, 1) a1, ARGUMENT(IMAPIFolder, EmptyFolder, 2) a2) override {
        arrived("IMAPIFolder::EmptyFolder");
        number(0, a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->EmptyFolder(a0, a1, a2));
    }
};

struct Relay_IMAPIProgress final : Relay<Relay_IMAPIProgress, IMAPIProgress> {
    using Relay::Relay;
    ANSWER(IMAPIProgress, Progress) WINAPI Progress(ARGUMENT(IMAPIProgress, Progress, 0) a0, ARGUMENT(IMAPIProgress, Progress, 1) a1, ARGUMENT(IMAPIProgress, Progress, 2) a2) override {
        arrived("IMAPIProgress::Progress");
        number(0, a0);
        number(1, a1);
        number(2, a2);
        return PASS_ON(inner->Progress(a0, a1, a2));
    }
    ANSWER(IMAPIProgress, GetFlags) WINAPI GetFlags(ARGUMENT(IMAPIProgress, GetFlags, 0) a0) override {
        arrived("IMAPIProgress::GetFlags");
        return PASS_ON(inner->GetFlags(a0));
    }
    ANSWER(IMAPIProgress, GetMax) WINAPI GetMax(ARGUMENT(IMAPIProgress, GetMax, 0) a0) override {
        arrived("IMAPIProgress::GetMax");
        return PASS_ON(inner->GetMax(a0));
    }
    ANSWER(IMAPIProgress, GetMin) WINAPI GetMin(ARGUMENT(IMAPIProgress, GetMin, 0) a0) override {
        arrived("IMAPIProgress::GetMin");
        return PASS_ON(inner->GetMin(a0));
    }
    ANSWER(IMAPIProgress, SetLimits) WINAPI SetLimits(ARGUMENT(IMAPIProgress, SetLimits, 0) a0, ARGUMENT(IMAPIProgress, SetLimits, 1) a1, ARGUMENT(IMAPIProgress, SetLimits, 2) a2) override {
        arrived("IMAPIProgress::SetLimits");
        content(a0);
        content(a1);
        content(a2);
        return PASS_ON(inner->SetLimits(a0, a1, a2));
    }
};

struct Relay_IMAPIProp final : Relay<Relay_IMAPIProp, IMAPIProp> {
    using Relay::Relay;
    ANSWER(IMAPIProp, GetLastError) WINAPI GetLastError(ARGUMENT(IMAPIProp, GetLastError, 0) a0, ARGUMENT(IMAPIProp, GetLastError, 1) a1, ARGUMENT(IMAPIProp, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMAPIProp, SaveChanges) WINAPI SaveChanges(ARGUMENT(IMAPIProp, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IMAPIProp, GetProps) WINAPI GetProps(ARGUMENT(IMAPIProp, GetProps, 0) a0, ARGUMENT(IMAPIProp, GetProps, 1) a1, ARGUMENT(IMAPIProp, GetProps, 2) a2, ARGUMENT(IMAPIProp, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IMAPIProp, GetPropList) WINAPI GetPropList(ARGUMENT(IMAPIProp, GetPropList, 0) a0, ARGUMENT(IMAPIProp, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IMAPIProp, OpenProperty) WINAPI OpenProperty(ARGUMENT(IMAPIProp, OpenProperty, 0) a0, ARGUMENT(IMAPIProp, OpenProperty, 1) a1, ARGUMENT(IMAPIProp, OpenProperty, 2) a2, ARGUMENT(IMAPIProp, OpenProperty, 3) a3, ARGUMENT(IMAPIProp, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIProp, SetProps) WINAPI SetProps(ARGUMENT(IMAPIProp, SetProps, 0) a0, ARGUMENT(IMAPIProp, SetProps, 1) a1, ARGUMENT(IMAPIProp, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IMAPIProp, DeleteProps) WINAPI DeleteProps(ARGUMENT(IMAPIProp, DeleteProps, 0) a0, ARGUMENT(IMAPIProp, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IMAPIProp, CopyTo) WINAPI CopyTo(ARGUMENT(IMAPIProp, CopyTo, 0) a0, ARGUMENT(IMAPIProp, CopyTo, 1) a1, ARGUMENT(IMAPIProp, CopyTo, 2) a2, ARGUMENT(IMAPIProp, CopyTo, 3) a3, ARGUMENT(IMAPIProp, CopyTo, 4) a4, ARGUMENT(IMAPIProp, CopyTo, 5) a5, ARGUMENT(IMAPIProp, CopyTo, 6) a6, ARGUMENT(IMAPIProp, CopyTo, 7) a7, ARGUMENT(IMAPIProp, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMAPIProp, CopyProps) WINAPI CopyProps(ARGUMENT(IMAPIProp, CopyProps, 0) a0, ARGUMENT(IMAPIProp, CopyProps, 1) a1, ARGUMENT(IMAPIProp, CopyProps, 2) a2, ARGUMENT(IMAPIProp, CopyProps, 3) a3, ARGUMENT(IMAPIProp, CopyProps, 4) a4, ARGUMENT(IMAPIProp, CopyProps, 5) a5, ARGUMENT(IMAPIProp, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMAPIProp, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IMAPIProp, GetNamesFromIDs, 0) a0, ARGUMENT(IMAPIProp, GetNamesFromIDs, 1) a1, ARGUMENT(IMAPIProp, GetNamesFromIDs, 2) a2, ARGUMENT(IMAPIProp, GetNamesFromIDs, 3) a3, ARGUMENT(IMAPIProp, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIProp, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IMAPIProp, GetIDsFromNames, 0) a0, ARGUMENT(IMAPIProp, GetIDsFromNames, 1) a1, ARGUMENT(IMAPIProp, GetIDsFromNames, 2) a2, ARGUMENT(IMAPIProp, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
};

struct Relay_IMAPISession final : Relay<Relay_IMAPISession, IMAPISession> {
    using Relay::Relay;
    ANSWER(IMAPISession, GetLastError) WINAPI GetLastError(ARGUMENT(IMAPISession, GetLastError, 0) a0, ARGUMENT(IMAPISession, GetLastError, 1) a1, ARGUMENT(IMAPISession, GetLastError, 2) a2) override {
        arrived("IMAPISession::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMAPISession, GetMsgStoresTable) WINAPI GetMsgStoresTable(ARGUMENT(IMAPISession, GetMsgStoresTable, 0) a0, ARGUMENT(IMAPISession, GetMsgStoresTable, 1) a1) override {
        arrived("IMAPISession::GetMsgStoresTable");
        number(0, a0);
        return PASS_ON(inner->GetMsgStoresTable(a0, a1));
    }
    ANSWER(IMAPISession, OpenMsgStore) WINAPI OpenMsgStore(ARGUMENT(IMAPISession, OpenMsgStore, 0) a0, ARGUMENT(IMAPISession, OpenMsgStore, 1) a1, ARGUMENT(IMAPISession, OpenMsgStore, 2) a2, ARGUMENT(IMAPISession, OpenMsgStore, 3) a3, ARGUMENT(IMAPISession, OpenMsgStore, 4) a4, ARGUMENT(IMAPISession, OpenMsgStore, 5) a5) override {
        arrived("IMAPISession::OpenMsgStore");
        number(0, a0);
        bytes(a1, a2);
        content(a3);
        number(4, a4);
        return PASS_ON(inner->OpenMsgStore(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPISession, OpenAddressBook) WINAPI OpenAddressBook(ARGUMENT(IMAPISession, OpenAddressBook, 0) a0, ARGUMENT(IMAPISession, OpenAddressBook, 1) a1, ARGUMENT(IMAPISession, OpenAddressBook, 2) a2, ARGUMENT(IMAPISession, OpenAddressBook, 3) a3) override {
        arrived("IMAPISession::OpenAddressBook");
        number(0, a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->OpenAddressBook(a0, a1, a2, a3));
    }
    ANSWER(IMAPISession, OpenProfileSection) WINAPI OpenProfileSection(ARGUMENT(IMAPISession, OpenProfileSection, 0) a0, ARGUMENT(IMAPISession, OpenProfileSection, 1) a1, ARGUMENT(IMAPISession, OpenProfileSection, 2) a2, ARGUMENT(IMAPISession, OpenProfileSection, 3) a3) override {
        arrived("IMAPISession::OpenProfileSection");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->OpenProfileSection(a0, a1, a2, a3));
    }
    ANSWER(IMAPISession, GetStatusTable) WINAPI GetStatusTable(ARGUMENT(IMAPISession, GetStatusTable, 0) a0, ARGUMENT(IMAPISession, GetStatusTable, 1) a1) override {
        arrived("IMAPISession::GetStatusTable");
        number(0, a0);
        return PASS_ON(inner->GetStatusTable(a0, a1));
    }
    ANSWER(IMAPISession, OpenEntry) WINAPI OpenEntry(ARGUMENT(IMAPISession, OpenEntry, 0) a0, ARGUMENT(IMAPISession, OpenEntry, 1) a1, ARGUMENT(IMAPISession, OpenEntry, 2) a2, ARGUMENT(IMAPISession, OpenEntry, 3) a3, ARGUMENT(IMAPISession, OpenEntry, 4) a4, ARGUMENT(IMAPISession, OpenEntry, 5) a5) override {
        arrived("IMAPISession::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPISession, CompareEntryIDs) WINAPI CompareEntryIDs(ARGUMENT(IMAPISession, CompareEntryIDs, 0) a0, ARGUMENT(IMAPISession, CompareEntryIDs, 1) a1, ARGUMENT(IMAPISession, CompareEntryIDs, 2) a2, ARGUMENT(IMAPISession, CompareEntryIDs, 3) a3, ARGUMENT(IMAPISession, CompareEntryIDs, 4) a4, ARGUMENT(IMAPISession, CompareEntryIDs, 5) a5) override {
        arrived("IMAPISession::CompareEntryIDs");
        bytes(a0, a1);
        bytes(a2, a3);
        CHECK(!a4);
        return PASS_ON(inner->CompareEntryIDs(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPISession, Advise) WINAPI Advise(ARGUMENT(IMAPISession, Advise, 0) a0, ARGUMENT(IMAPISession, Advise, 1) a1, ARGUMENT(IMAPISession, Advise, 2) a2, ARGUMENT(IMAPISession, Advise, 3) a3, ARGUMENT(IMAPISession, Advise, 4) a4) override {
        arrived("IMAPISession::Advise");
        bytes(a0, a1);
        number(2, a2);
        content(a3);
        return PASS_ON(inner->Advise(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPISession, Unadvise) WINAPI Unadvise(ARGUMENT(IMAPISession, Unadvise, 0) a0) override {
        arrived("IMAPISession::Unadvise");
        number(0, a0);
        return PASS_ON(inner->Unadvise(a0));
    }
    ANSWER(IMAPISession, MessageOptions) WINAPI MessageOptions(ARGUMENT(IMAPISession, MessageOptions, 0) a0, ARGUMENT(IMAPISession, MessageOptions, 1) a1, ARGUMENT(IMAPISession, MessageOptions, 2) a2, ARGUMENT(IMAPISession, MessageOptions, 3) a3) override {
        arrived("IMAPISession::MessageOptions");
        number(0, a0);
        CHECK(!a1);
        content(a2);
        content(a3);
        return PASS_ON(inner->MessageOptions(a0, a1, a2, a3));
    }
    ANSWER(IMAPISession, QueryDefaultMessageOpt) WINAPI QueryDefaultMessageOpt(ARGUMENT(IMAPISession, QueryDefaultMessageOpt, 0) a0, ARGUMENT(IMAPISession, QueryDefaultMessageOpt, 1) a1, ARGUMENT(IMAPISession, QueryDefaultMessageOpt, 2) a2, ARGUMENT(IMAPISession, QueryDefaultMessageOpt, 3) a3) override {
        arrived("IMAPISession::QueryDefaultMessageOpt");
        content(a0);
        CHECK(!a1);
        return PASS_ON(inner->QueryDefaultMessageOpt(a0, a1, a2, a3));
    }
    ANSWER(IMAPISession, EnumAdrTypes) WINAPI EnumAdrTypes(ARGUMENT(IMAPISession, EnumAdrTypes, 0) a0, ARGUMENT(IMAPISession, EnumAdrTypes, 1) a1, ARGUMENT(IMAPISession, EnumAdrTypes, 2) a2) override {
        arrived("IMAPISession::EnumAdrTypes");
        number(0, a0);
        return PASS_ON(inner->EnumAdrTypes(a0, a1, a2));
    }
    ANSWER(IMAPISession, QueryIdentity) WINAPI QueryIdentity(ARGUMENT(IMAPISession, QueryIdentity, 0) a0, ARGUMENT(IMAPISession, QueryIdentity, 1) a1) override {
        arrived("IMAPISession::QueryIdentity");
        return PASS_ON(inner->QueryIdentity(a0, a1));
    }
    ANSWER(IMAPISession, Logoff) WINAPI Logoff(ARGUMENT(IMAPISession, Logoff, 0) a0, ARGUMENT(IMAPISession, Logoff, 1) a1, ARGUMENT(IMAPISession, Logoff, 2) a2) override {
        arrived("IMAPISession::Logoff");
        number(0, a0);
        number(1, a1);
        CHECK(!a2);
        return PASS_ON(inner->Logoff(a0, a1, a2));
    }
    ANSWER(IMAPISession, SetDefaultStore) WINAPI SetDefaultStore(ARGUMENT(IMAPISession, SetDefaultStore, 0) a0, ARGUMENT(IMAPISession, SetDefaultStore, 1) a1, ARGUMENT(IMAPISession, SetDefaultStore, 2) a2) override {
        arrived("IMAPISession::SetDefaultStore");
        number(0, a0);
        bytes(a1, a2);
        return PASS_ON(inner->SetDefaultStore(a0, a1, a2));
    }
    ANSWER(IMAPISession, AdminServices) WINAPI AdminServices(ARGUMENT(IMAPISession, AdminServices, 0) a0, ARGUMENT(IMAPISession, AdminServices, 1) a1) override {
        arrived("IMAPISession::AdminServices");
        CHECK(!a0);
        return PASS_ON(inner->AdminServices(a0, a1));
    }
    ANSWER(IMAPISession, ShowForm) WINAPI ShowForm(ARGUMENT(IMAPISession, ShowForm, 0) a0, ARGUMENT(IMAPISession, ShowForm, 1) a1, ARGUMENT(IMAPISession, ShowForm, 2) a2, ARGUMENT(IMAPISession, ShowForm, 3) a3, ARGUMENT(IMAPISession, ShowForm, 4) a4, ARGUMENT(IMAPISession, ShowForm, 5) a5, ARGUMENT(IMAPISession, ShowForm, 6) a6, ARGUMENT(IMAPISession, ShowForm, 7) a7, ARGUMENT(IMAPISession, ShowForm, 8) a8, ARGUMENT(IMAPISession, ShowForm, 9) a9, ARGUMENT(IMAPISession, ShowForm, 10) a10) override {
        arrived("IMAPISession::ShowForm");
        number(0, a0);
        content(a1);
        content(a2);
        content(a3);
        number(4, a4);
        CHECK(!a5);
        number(6, a6);
        number(7, a7);
        number(8, a8);
        number(9, a9);
        content(a10);
        return PASS_ON(inner->ShowForm(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10));
    }
    ANSWER(IMAPISession, PrepareForm) WINAPI PrepareForm(ARGUMENT(IMAPISession, PrepareForm, 0) a0, ARGUMENT(IMAPISession, PrepareForm, 1) a1, ARGUMENT(IMAPISession, PrepareForm, 2) a2) override {
        arrived("IMAPISession::PrepareForm");
        content(a0);
        content(a1);
        return PASS_ON(inner->PrepareForm(a0, a1, a2));
    }
};

struct Relay_IMAPIStatus final : Relay<Relay_IMAPIStatus, IMAPIStatus> {
    using Relay::Relay;
    ANSWER(IMAPIStatus, GetLastError) WINAPI GetLastError(ARGUMENT(IMAPIStatus, GetLastError, 0) a0, ARGUMENT(IMAPIStatus, GetLastError, 1) a1, ARGUMENT(IMAPIStatus, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMAPIStatus, SaveChanges) WINAPI SaveChanges(ARGUMENT(IMAPIStatus, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IMAPIStatus, GetProps) WINAPI GetProps(ARGUMENT(IMAPIStatus, GetProps, 0) a0, ARGUMENT(IMAPIStatus, GetProps, 1) a1, ARGUMENT(IMAPIStatus, GetProps, 2) a2, ARGUMENT(IMAPIStatus, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IMAPIStatus, GetPropList) WINAPI GetPropList(ARGUMENT(IMAPIStatus, GetPropList, 0) a0, ARGUMENT(IMAPIStatus, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IMAPIStatus, OpenProperty) WINAPI OpenProperty(ARGUMENT(IMAPIStatus, OpenProperty, 0) a0, ARGUMENT(IMAPIStatus, OpenProperty, 1) a1, ARGUMENT(IMAPIStatus, OpenProperty, 2) a2, ARGUMENT(IMAPIStatus, OpenProperty, 3) a3, ARGUMENT(IMAPIStatus, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIStatus, SetProps) WINAPI SetProps(ARGUMENT(IMAPIStatus, SetProps, 0) a0, ARGUMENT(IMAPIStatus, SetProps, 1) a1, ARGUMENT(IMAPIStatus, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IMAPIStatus, DeleteProps) WINAPI DeleteProps(ARGUMENT(IMAPIStatus, DeleteProps, 0) a0, ARGUMENT(IMAPIStatus, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IMAPIStatus, CopyTo) WINAPI CopyTo(ARGUMENT(IMAPIStatus, CopyTo, 0) a0, ARGUMENT(IMAPIStatus, CopyTo, 1) a1, ARGUMENT(IMAPIStatus, CopyTo, 2) a2, ARGUMENT(IMAPIStatus, CopyTo, 3) a3, ARGUMENT(IMAPIStatus, CopyTo, 4) a4, ARGUMENT(IMAPIStatus, CopyTo, 5) a5, ARGUMENT(IMAPIStatus, CopyTo, 6) a6, ARGUMENT(IMAPIStatus, CopyTo, 7) a7, ARGUMENT(IMAPIStatus, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMAPIStatus, CopyProps) WINAPI CopyProps(ARGUMENT(IMAPIStatus, CopyProps, 0) a0, ARGUMENT(IMAPIStatus, CopyProps, 1) a1, ARGUMENT(IMAPIStatus, CopyProps, 2) a2, ARGUMENT(IMAPIStatus, CopyProps, 3) a3, ARGUMENT(IMAPIStatus, CopyProps, 4) a4, ARGUMENT(IMAPIStatus, CopyProps, 5) a5, ARGUMENT(IMAPIStatus, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMAPIStatus, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IMAPIStatus, GetNamesFromIDs, 0) a0, ARGUMENT(IMAPIStatus, GetNamesFromIDs, 1) a1, ARGUMENT(IMAPIStatus, GetNamesFromIDs, 2) a2, ARGUMENT(IMAPIStatus, GetNamesFromIDs, 3) a3, ARGUMENT(IMAPIStatus, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPIStatus, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IMAPIStatus, GetIDsFromNames, 0) a0, ARGUMENT(IMAPIStatus, GetIDsFromNames, 1) a1, ARGUMENT(IMAPIStatus, GetIDsFromNames, 2) a2, ARGUMENT(IMAPIStatus, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IMAPIStatus, ValidateState) WINAPI ValidateState(ARGUMENT(IMAPIStatus, ValidateState, 0) a0, ARGUMENT(IMAPIStatus, ValidateState, 1) a1) override {
        arrived("IMAPIStatus::ValidateState");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->ValidateState(a0, a1));
    }
    ANSWER(IMAPIStatus, SettingsDialog) WINAPI SettingsDialog(ARGUMENT(IMAPIStatus, SettingsDialog, 0) a0, ARGUMENT(IMAPIStatus, SettingsDialog, 1) a1) override {
        arrived("IMAPIStatus::SettingsDialog");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->SettingsDialog(a0, a1));
    }
    ANSWER(IMAPIStatus, ChangePassword) WINAPI ChangePassword(ARGUMENT(IMAPIStatus, ChangePassword, 0) a0, ARGUMENT(IMAPIStatus, ChangePassword, 1) a1, ARGUMENT(IMAPIStatus, ChangePassword, 2) a2) override {
        arrived("IMAPIStatus::ChangePassword");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->ChangePassword(a0, a1, a2));
    }
    ANSWER(IMAPIStatus, FlushQueues) WINAPI FlushQueues(ARGUMENT(IMAPIStatus, FlushQueues, 0) a0, ARGUMENT(IMAPIStatus, FlushQueues, 1) a1, ARGUMENT(IMAPIStatus, FlushQueues, 2) a2, ARGUMENT(IMAPIStatus, FlushQueues, 3) a3) override {
        arrived("IMAPIStatus::FlushQueues");
        number(0, a0);
        bytes(a1, a2);
        number(3, a3);
        return PASS_ON(inner->FlushQueues(a0, a1, a2, a3));
    }
};

struct Relay_IMAPISupport final : Relay<Relay_IMAPISupport, IMAPISupport> {
    using Relay::Relay;
    ANSWER(IMAPISupport, GetLastError) WINAPI GetLastError(ARGUMENT(IMAPISupport, GetLastError, 0) a0, ARGUMENT(IMAPISupport, GetLastError, 1) a1, ARGUMENT(IMAPISupport, GetLastError, 2) a2) override {
        arrived("IMAPISupport::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMAPISupport, GetMemAllocRoutines) WINAPI GetMemAllocRoutines(ARGUMENT(IMAPISupport, GetMemAllocRoutines, 0) a0, ARGUMENT(IMAPISupport, GetMemAllocRoutines, 1) a1, ARGUMENT(IMAPISupport, GetMemAllocRoutines, 2) a2) override {
        arrived("IMAPISupport::GetMemAllocRoutines");
        return PASS_ON(inner->GetMemAllocRoutines(a0, a1, a2));
    }
    ANSWER(IMAPISupport, Subscribe) WINAPI Subscribe(ARGUMENT(IMAPISupport, Subscribe, 0) a0, ARGUMENT(IMAPISupport, Subscribe, 1) a1, ARGUMENT(IMAPISupport, Subscribe, 2) a2, ARGUMENT(IMAPISupport, Subscribe, 3) a3, ARGUMENT(IMAPISupport, Subscribe, 4) a4) override {
        arrived("IMAPISupport::Subscribe");
        content(a0);
        number(1, a1);
        number(2, a2);
        content(a3);
        return PASS_ON(inner->Subscribe(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPISupport, Unsubscribe) WINAPI Unsubscribe(ARGUMENT(IMAPISupport, Unsubscribe, 0) a0) override {
        arrived("IMAPISupport::Unsubscribe");
        number(0, a0);
        return PASS_ON(inner->Unsubscribe(a0));
    }
    ANSWER(IMAPISupport, Notify) WINAPI Notify(ARGUMENT(IMAPISupport, Notify, 0) a0, ARGUMENT(IMAPISupport, Notify, 1) a1, ARGUMENT(IMAPISupport, Notify, 2) a2, ARGUMENT(IMAPISupport, Notify, 3) a3) override {
        arrived("IMAPISupport::Notify");
        content(a0);
        return PASS_ON(inner->Notify(a0, a1, a2, a3));
    }
    ANSWER(IMAPISupport, ModifyStatusRow) WINAPI ModifyStatusRow(ARGUMENT(IMAPISupport, ModifyStatusRow, 0) a0, ARGUMENT(IMAPISupport, ModifyStatusRow, 1) a1, ARGUMENT(IMAPISupport, ModifyStatusRow, 2) a2) override {
        arrived("IMAPISupport::ModifyStatusRow");
        number(2, a2);
        return PASS_ON(inner->ModifyStatusRow(a0, a1, a2));
    }
    ANSWER(IMAPISupport, OpenProfileSection) WINAPI OpenProfileSection(ARGUMENT(IMAPISupport, OpenProfileSection, 0) a0, ARGUMENT(IMAPISupport, OpenProfileSection, 1) a1, ARGUMENT(IMAPISupport, OpenProfileSection, 2) a2) override {
        arrived("IMAPISupport::OpenProfileSection");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->OpenProfileSection(a0, a1, a2));
    }
    ANSWER(IMAPISupport, RegisterPreprocessor) WINAPI RegisterPreprocessor(ARGUMENT(IMAPISupport, RegisterPreprocessor, 0) a0, ARGUMENT(IMAPISupport, RegisterPreprocessor, 1) a1, ARGUMENT(IMAPISupport, RegisterPreprocessor, 2) a2, ARGUMENT(IMAPISupport, RegisterPreprocessor, 3) a3, ARGUMENT(IMAPISupport, RegisterPreprocessor, 4) a4, ARGUMENT(IMAPISupport, RegisterPreprocessor, 5) a5) override {
        arrived("IMAPISupport::RegisterPreprocessor");
        content(a0);
        content(a1);
        content(a2);
        content(a3);
        content(a4);
        CHECK(!a5);
        return PASS_ON(inner->RegisterPreprocessor(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPISupport, NewUID) WINAPI NewUID(ARGUMENT(IMAPISupport, NewUID, 0) a0) override {
        arrived("IMAPISupport::NewUID");
        return PASS_ON(inner->NewUID(a0));
    }
    ANSWER(IMAPISupport, MakeInvalid) WINAPI MakeInvalid(ARGUMENT(IMAPISupport, MakeInvalid, 0) a0, ARGUMENT(IMAPISupport, MakeInvalid, 1) a1, ARGUMENT(IMAPISupport, MakeInvalid, 2) a2, ARGUMENT(IMAPISupport, MakeInvalid, 3) a3) override {
        arrived("IMAPISupport::MakeInvalid");
        CHECK(!a0);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->MakeInvalid(a0, a1, a2, a3));
    }
    ANSWER(IMAPISupport, SpoolerYield) WINAPI SpoolerYield(ARGUMENT(IMAPISupport, SpoolerYield, 0) a0) override {
        arrived("IMAPISupport::SpoolerYield");
        CHECK(!a0);
        return PASS_ON(inner->SpoolerYield(a0));
    }
    ANSWER(IMAPISupport, SpoolerNotify) WINAPI SpoolerNotify(ARGUMENT(IMAPISupport, SpoolerNotify, 0) a0, ARGUMENT(IMAPISupport, SpoolerNotify, 1) a1) override {
        arrived("IMAPISupport::SpoolerNotify");
        number(0, a0);
        return PASS_ON(inner->SpoolerNotify(a0, a1));
    }
    ANSWER(IMAPISupport, CreateOneOff) WINAPI CreateOneOff(ARGUMENT(IMAPISupport, CreateOneOff, 0) a0, ARGUMENT(IMAPISupport, CreateOneOff, 1) a1, ARGUMENT(IMAPISupport, CreateOneOff, 2) a2, ARGUMENT(IMAPISupport, CreateOneOff, 3) a3, ARGUMENT(IMAPISupport, CreateOneOff, 4) a4, ARGUMENT(IMAPISupport, CreateOneOff, 5) a5) override {
        arrived("IMAPISupport::CreateOneOff");
        content(a0);
        content(a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->CreateOneOff(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPISupport, SetProviderUID) WINAPI SetProviderUID(ARGUMENT(IMAPISupport, SetProviderUID, 0) a0, ARGUMENT(IMAPISupport, SetProviderUID, 1) a1) override {
        arrived("IMAPISupport::SetProviderUID");
        content(a0);
        CHECK(!a1);
        return PASS_ON(inner->SetProviderUID(a0, a1));
    }
    ANSWER(IMAPISupport, CompareEntryIDs) WINAPI CompareEntryIDs(ARGUMENT(IMAPISupport, CompareEntryIDs, 0) a0, ARGUMENT(IMAPISupport, CompareEntryIDs, 1) a1, ARGUMENT(IMAPISupport, CompareEntryIDs, 2) a2, ARGUMENT(IMAPISupport, CompareEntryIDs, 3) a3, ARGUMENT(IMAPISupport, CompareEntryIDs, 4) a4, ARGUMENT(IMAPISupport, CompareEntryIDs, 5) a5) override {
        arrived("IMAPISupport::CompareEntryIDs");
        bytes(a0, a1);
        bytes(a2, a3);
        CHECK(!a4);
        return PASS_ON(inner->CompareEntryIDs(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPISupport, OpenTemplateID) WINAPI OpenTemplateID(ARGUMENT(IMAPISupport, OpenTemplateID, 0) a0, ARGUMENT(IMAPISupport, OpenTemplateID, 1) a1, ARGUMENT(IMAPISupport, OpenTemplateID, 2) a2, ARGUMENT(IMAPISupport, OpenTemplateID, 3) a3, ARGUMENT(IMAPISupport, OpenTemplateID, 4) a4, ARGUMENT(IMAPISupport, OpenTemplateID, 5) a5, ARGUMENT(IMAPISupport, OpenTemplateID, 6) a6) override {
        arrived("IMAPISupport::OpenTemplateID");
        bytes(a0, a1);
        number(2, a2);
        content(a3);
        content(a4);
        CHECK(!a6);
        return PASS_ON(inner->OpenTemplateID(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMAPISupport, OpenEntry) WINAPI OpenEntry(ARGUMENT(IMAPISupport, OpenEntry, 0) a0, ARGUMENT(IMAPISupport, OpenEntry, 1) a1, ARGUMENT(IMAPISupport, OpenEntry, 2) a2, ARGUMENT(IMAPISupport, OpenEntry, 3) a3, ARGUMENT(IMAPISupport, OpenEntry, 4) a4, ARGUMENT(IMAPISupport, OpenEntry, 5) a5) override {
        arrived("IMAPISupport::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPISupport, GetOneOffTable) WINAPI GetOneOffTable(ARGUMENT(IMAPISupport, GetOneOffTable, 0) a0, ARGUMENT(IMAPISupport, GetOneOffTable, 1) a1) override {
        arrived("IMAPISupport::GetOneOffTable");
        number(0, a0);
        return PASS_ON(inner->GetOneOffTable(a0, a1));
    }
    ANSWER(IMAPISupport, Address) WINAPI Address(ARGUMENT(IMAPISupport, Address, 0) a0, ARGUMENT(IMAPISupport, Address, 1) a1, ARGUMENT(IMAPISupport, Address, 2) a2) override {
        arrived("IMAPISupport::Address");
        return PASS_ON(inner->Address(a0, a1, a2));
    }
    ANSWER(IMAPISupport, Details) WINAPI Details(ARGUMENT(IMAPISupport, Details, 0) a0, ARGUMENT(IMAPISupport, Details, 1) a1, ARGUMENT(IMAPISupport, Details, 2) a2, ARGUMENT(IMAPISupport, Details, 3) a3, ARGUMENT(IMAPISupport, Details, 4) a4, ARGUMENT(IMAPISupport, Details, 5) a5, ARGUMENT(IMAPISupport, Details, 6) a6, ARGUMENT(IMAPISupport, Details, 7) a7, ARGUMENT(IMAPISupport, Details, 8) a8) override {
        arrived("IMAPISupport::Details");
        bytes(a3, a4);
        content(a7);
        number(8, a8);
        return PASS_ON(inner->Details(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMAPISupport, NewEntry) WINAPI NewEntry(ARGUMENT(IMAPISupport, NewEntry, 0) a0, ARGUMENT(IMAPISupport, NewEntry, 1) a1, ARGUMENT(IMAPISupport, NewEntry, 2) a2, ARGUMENT(IMAPISupport, NewEntry, 3) a3, ARGUMENT(IMAPISupport, NewEntry, 4) a4, ARGUMENT(IMAPISupport, NewEntry, 5) a5, ARGUMENT(IMAPISupport, NewEntry, 6) a6, ARGUMENT(IMAPISupport, NewEntry, 7) a7) override {
        arrived("IMAPISupport::NewEntry");
        number(0, a0);
        CHECK(!a1);
        bytes(a2, a3);
        bytes(a4, a5);
        return PASS_ON(inner->NewEntry(a0, a1, a2, a3, a4, a5, a6, a7));
    }
    ANSWER(IMAPISupport, DoConfigPropsheet) WINAPI DoConfigPropsheet(ARGUMENT(IMAPISupport, DoConfigPropsheet, 0) a0, ARGUMENT(IMAPISupport, DoConfigPropsheet, 1) a1, ARGUMENT(IMAPISupport, DoConfigPropsheet, 2) a2, ARGUMENT(IMAPISupport, DoConfigPropsheet, 3) a3, ARGUMENT(IMAPISupport, DoConfigPropsheet, 4) a4, ARGUMENT(IMAPISupport, DoConfigPropsheet, 5) a5) override {
        arrived("IMAPISupport::DoConfigPropsheet");
        number(0, a0);
        CHECK(!a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->DoConfigPropsheet(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPISupport, CopyMessages) WINAPI CopyMessages(ARGUMENT(IMAPISupport, CopyMessages, 0) a0, ARGUMENT(IMAPISupport, CopyMessages, 1) a1, ARGUMENT(IMAPISupport, CopyMessages, 2) a2, ARGUMENT(IMAPISupport, CopyMessages, 3) a3, ARGUMENT(IMAPISupport, CopyMessages, 4) a4, ARGUMENT(IMAPISupport, CopyMessages, 5) a5, ARGUMENT(IMAPISupport, CopyMessages, 6) a6, ARGUMENT(IMAPISupport, CopyMessages, 7) a7) override {
        arrived("IMAPISupport::CopyMessages");
        content(a0);
        content(a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyMessages(a0, a1, a2, a3, a4, a5, a6, a7));
    }
    ANSWER(IMAPISupport, CopyFolder) WINAPI CopyFolder(ARGUMENT(IMAPISupport, CopyFolder, 0) a0, ARGUMENT(IMAPISupport, CopyFolder, 1) a1, ARGUMENT(IMAPISupport, CopyFolder, 2) a2, ARGUMENT(IMAPISupport, CopyFolder, 3) a3, ARGUMENT(IMAPISupport, CopyFolder, 4) a4, ARGUMENT(IMAPISupport, CopyFolder, 5) a5, ARGUMENT(IMAPISupport, CopyFolder, 6) a6, ARGUMENT(IMAPISupport, CopyFolder, 7) a7, ARGUMENT(IMAPISupport, CopyFolder, 8) a8, ARGUMENT(IMAPISupport, CopyFolder, 9) a9) override {
        arrived("IMAPISupport::CopyFolder");
        content(a0);
        content(a1);
        bytes(a2, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        content(a8);
        number(9, a9);
        return PASS_ON(inner->CopyFolder(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9));
    }
    ANSWER(IMAPISupport, DoCopyTo) WINAPI DoCopyTo(ARGUMENT(IMAPISupport, DoCopyTo, 0) a0, ARGUMENT(IMAPISupport, DoCopyTo, 1) a1, ARGUMENT(IMAPISupport, DoCopyTo, 2) a2, ARGUMENT(IMAPISupport, DoCopyTo, 3) a3, ARGUMENT(IMAPISupport, DoCopyTo, 4) a4, ARGUMENT(IMAPISupport, DoCopyTo, 5) a5, ARGUMENT(IMAPISupport, DoCopyTo, 6) a6, ARGUMENT(IMAPISupport, DoCopyTo, 7) a7, ARGUMENT(IMAPISupport, DoCopyTo, 8) a8, ARGUMENT(IMAPISupport, DoCopyTo, 9) a9, ARGUMENT(IMAPISupport, DoCopyTo, 10) a10) override {
        arrived("IMAPISupport::DoCopyTo");
        content(a0);
        content(a1);
        content(a4);
        number(5, a5);
        content(a6);
        content(a7);
        content(a8);
        number(9, a9);
        return PASS_ON(inner->DoCopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10));
    }
    ANSWER(IMAPISupport, DoCopyProps) WINAPI DoCopyProps(ARGUMENT(IMAPISupport, DoCopyProps, 0) a0, ARGUMENT(IMAPISupport, DoCopyProps, 1) a1, ARGUMENT(IMAPISupport, DoCopyProps, 2) a2, ARGUMENT(IMAPISupport, DoCopyProps, 3) a3, ARGUMENT(IMAPISupport, DoCopyProps, 4) a4, ARGUMENT(IMAPISupport, DoCopyProps, 5) a5, ARGUMENT(IMAPISupport, DoCopyProps, 6) a6, ARGUMENT(IMAPISupport, DoCopyProps, 7) a7, ARGUMENT(IMAPISupport, DoCopyProps, 8) a8) override {
        arrived("IMAPISupport::DoCopyProps");
        content(a0);
        content(a1);
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->DoCopyProps(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMAPISupport, DoProgressDialog) WINAPI DoProgressDialog(ARGUMENT(IMAPISupport, DoProgressDialog, 0) a0, ARGUMENT(IMAPISupport, DoProgressDialog, 1) a1, ARGUMENT(IMAPISupport, DoProgressDialog, 2) a2) override {
        arrived("IMAPISupport::DoProgressDialog");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->DoProgressDialog(a0, a1, a2));
    }
    ANSWER(IMAPISupport, ReadReceipt) WINAPI ReadReceipt(ARGUMENT(IMAPISupport, ReadReceipt, 0) a0, ARGUMENT(IMAPISupport, ReadReceipt, 1) a1, ARGUMENT(IMAPISupport, ReadReceipt, 2) a2) override {
        arrived("IMAPISupport::ReadReceipt");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->ReadReceipt(a0, a1, a2));
    }
    ANSWER(IMAPISupport, PrepareSubmit) WINAPI PrepareSubmit(ARGUMENT(IMAPISupport, PrepareSubmit, 0) a0, ARGUMENT(IMAPISupport, PrepareSubmit, 1) a1) override {
        arrived("IMAPISupport::PrepareSubmit");
        content(a0);
        return PASS_ON(inner->PrepareSubmit(a0, a1));
    }
    ANSWER(IMAPISupport, ExpandRecips) WINAPI ExpandRecips(ARGUMENT(IMAPISupport, ExpandRecips, 0) a0, ARGUMENT(IMAPISupport, ExpandRecips, 1) a1) override {
        arrived("IMAPISupport::ExpandRecips");
        content(a0);
        return PASS_ON(inner->ExpandRecips(a0, a1));
    }
    ANSWER(IMAPISupport, UpdatePAB) WINAPI UpdatePAB(ARGUMENT(IMAPISupport, UpdatePAB, 0) a0, ARGUMENT(IMAPISupport, UpdatePAB, 1) a1) override {
        arrived("IMAPISupport::UpdatePAB");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->UpdatePAB(a0, a1));
    }
    ANSWER(IMAPISupport, DoSentMail) WINAPI DoSentMail(ARGUMENT(IMAPISupport, DoSentMail, 0) a0, ARGUMENT(IMAPISupport, DoSentMail, 1) a1) override {
        arrived("IMAPISupport::DoSentMail");
        CHECK(!a0);
        return PASS_ON(inner->DoSentMail(a0, a1));
    }
    ANSWER(IMAPISupport, OpenAddressBook) WINAPI OpenAddressBook(ARGUMENT(IMAPISupport, OpenAddressBook, 0) a0, ARGUMENT(IMAPISupport, OpenAddressBook, 1) a1, ARGUMENT(IMAPISupport, OpenAddressBook, 2) a2) override {
        arrived("IMAPISupport::OpenAddressBook");
        content(a0);
        CHECK(!a1);
        return PASS_ON(inner->OpenAddressBook(a0, a1, a2));
    }
    ANSWER(IMAPISupport, Preprocess) WINAPI Preprocess(ARGUMENT(IMAPISupport, Preprocess, 0) a0, ARGUMENT(IMAPISupport, Preprocess, 1) a1, ARGUMENT(IMAPISupport, Preprocess, 2) a2) override {
        arrived("IMAPISupport::Preprocess");
        number(0, a0);
        bytes(a1, a2);
        return PASS_ON(inner->Preprocess(a0, a1, a2));
    }
    ANSWER(IMAPISupport, CompleteMsg) WINAPI CompleteMsg(ARGUMENT(IMAPISupport, CompleteMsg, 0) a0, ARGUMENT(IMAPISupport, CompleteMsg, 1) a1, ARGUMENT(IMAPISupport, CompleteMsg, 2) a2) override {
        arrived("IMAPISupport::CompleteMsg");
        CHECK(!a0);
        bytes(a1, a2);
        return PASS_ON(inner->CompleteMsg(a0, a1, a2));
    }
    ANSWER(IMAPISupport, StoreLogoffTransports) WINAPI StoreLogoffTransports(ARGUMENT(IMAPISupport, StoreLogoffTransports, 0) a0) override {
        arrived("IMAPISupport::StoreLogoffTransports");
        return PASS_ON(inner->StoreLogoffTransports(a0));
    }
    ANSWER(IMAPISupport, StatusRecips) WINAPI StatusRecips(ARGUMENT(IMAPISupport, StatusRecips, 0) a0, ARGUMENT(IMAPISupport, StatusRecips, 1) a1) override {
        arrived("IMAPISupport::StatusRecips");
        content(a0);
        return PASS_ON(inner->StatusRecips(a0, a1));
    }
    ANSWER(IMAPISupport, WrapStoreEntryID) WINAPI WrapStoreEntryID(ARGUMENT(IMAPISupport, WrapStoreEntryID, 0) a0, ARGUMENT(IMAPISupport, WrapStoreEntryID, 1) a1, ARGUMENT(IMAPISupport, WrapStoreEntryID, 2) a2, ARGUMENT(IMAPISupport, WrapStoreEntryID, 3) a3) override {
        arrived("IMAPISupport::WrapStoreEntryID");
        bytes(a0, a1);
        return PASS_ON(inner->WrapStoreEntryID(a0, a1, a2, a3));
    }
    ANSWER(IMAPISupport, ModifyProfile) WINAPI ModifyProfile(ARGUMENT(IMAPISupport, ModifyProfile, 0) a0) override {
        arrived("IMAPISupport::ModifyProfile");
        number(0, a0);
        return PASS_ON(inner->ModifyProfile(a0));
    }
    ANSWER(IMAPISupport, IStorageFromStream) WINAPI IStorageFromStream(ARGUMENT(IMAPISupport, IStorageFromStream, 0) a0, ARGUMENT(IMAPISupport, IStorageFromStream, 1) a1, ARGUMENT(IMAPISupport, IStorageFromStream, 2) a2, ARGUMENT(IMAPISupport, IStorageFromStream, 3) a3) override {
        arrived("IMAPISupport::IStorageFromStream");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->IStorageFromStream(a0, a1, a2, a3));
    }
    ANSWER(IMAPISupport, GetSvcConfigSupportObj) WINAPI GetSvcConfigSupportObj(ARGUMENT(IMAPISupport, GetSvcConfigSupportObj, 0) a0, ARGUMENT(IMAPISupport, GetSvcConfigSupportObj, 1) a1) override {
        arrived("IMAPISupport::GetSvcConfigSupportObj");
        CHECK(!a0);
        return PASS_ON(inner->GetSvcConfigSupportObj(a0, a1));
    }
};

struct Relay_IMAPITable final : Relay<Relay_IMAPITable, IMAPITable> {
    using Relay::Relay;
    ANSWER(IMAPITable, GetLastError) WINAPI GetLastError(ARGUMENT(IMAPITable, GetLastError, 0) a0, ARGUMENT(IMAPITable, GetLastError, 1) a1, ARGUMENT(IMAPITable, GetLastError, 2) a2) override {
        arrived("IMAPITable::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMAPITable, Advise) WINAPI Advise(ARGUMENT(IMAPITable, Advise, 0) a0, ARGUMENT(IMAPITable, Advise, 1) a1, ARGUMENT(IMAPITable, Advise, 2) a2) override {
        arrived("IMAPITable::Advise");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->Advise(a0, a1, a2));
    }
    ANSWER(IMAPITable, Unadvise) WINAPI Unadvise(ARGUMENT(IMAPITable, Unadvise, 0) a0) override {
        arrived("IMAPITable::Unadvise");
        number(0, a0);
        return PASS_ON(inner->Unadvise(a0));
    }
    ANSWER(IMAPITable, GetStatus) WINAPI GetStatus(ARGUMENT(IMAPITable, GetStatus, 0) a0, ARGUMENT(IMAPITable, GetStatus, 1) a1) override {
        arrived("IMAPITable::GetStatus");
        return PASS_ON(inner->GetStatus(a0, a1));
    }
    ANSWER(IMAPITable, SetColumns) WINAPI SetColumns(ARGUMENT(IMAPITable, SetColumns, 0) a0, ARGUMENT(IMAPITable, SetColumns, 1) a1) override {
        arrived("IMAPITable::SetColumns");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->SetColumns(a0, a1));
    }
    ANSWER(IMAPITable, QueryColumns) WINAPI QueryColumns(ARGUMENT(IMAPITable, QueryColumns, 0) a0, ARGUMENT(IMAPITable, QueryColumns, 1) a1) override {
        arrived("IMAPITable::QueryColumns");
        number(0, a0);
        return PASS_ON(inner->QueryColumns(a0, a1));
    }
    ANSWER(IMAPITable, GetRowCount) WINAPI GetRowCount(ARGUMENT(IMAPITable, GetRowCount, 0) a0, ARGUMENT(IMAPITable, GetRowCount, 1) a1) override {
        arrived("IMAPITable::GetRowCount");
        CHECK(!a0);
        return PASS_ON(inner->GetRowCount(a0, a1));
    }
    ANSWER(IMAPITable, SeekRow) WINAPI SeekRow(ARGUMENT(IMAPITable, SeekRow, 0) a0, ARGUMENT(IMAPITable, SeekRow, 1) a1, ARGUMENT(IMAPITable, SeekRow, 2) a2) override {
        arrived("IMAPITable::SeekRow");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->SeekRow(a0, a1, a2));
    }
    ANSWER(IMAPITable, SeekRowApprox) WINAPI SeekRowApprox(ARGUMENT(IMAPITable, SeekRowApprox, 0) a0, ARGUMENT(IMAPITable, SeekRowApprox, 1) a1) override {
        arrived("IMAPITable::SeekRowApprox");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->SeekRowApprox(a0, a1));
    }
    ANSWER(IMAPITable, QueryPosition) WINAPI QueryPosition(ARGUMENT(IMAPITable, QueryPosition, 0) a0, ARGUMENT(IMAPITable, QueryPosition, 1) a1, ARGUMENT(IMAPITable, QueryPosition, 2) a2) override {
        arrived("IMAPITable::QueryPosition");
        return PASS_ON(inner->QueryPosition(a0, a1, a2));
    }
    ANSWER(IMAPITable, FindRow) WINAPI FindRow(ARGUMENT(IMAPITable, FindRow, 0) a0, ARGUMENT(IMAPITable, FindRow, 1) a1, ARGUMENT(IMAPITable, FindRow, 2) a2) override {
        arrived("IMAPITable::FindRow");
        content(a0);
        number(1, a1);
        number(2, a2);
        return PASS_ON(inner->FindRow(a0, a1, a2));
    }
    ANSWER(IMAPITable, Restrict) WINAPI Restrict(ARGUMENT(IMAPITable, Restrict, 0) a0, ARGUMENT(IMAPITable, Restrict, 1) a1) override {
        arrived("IMAPITable::Restrict");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->Restrict(a0, a1));
    }
    ANSWER(IMAPITable, CreateBookmark) WINAPI CreateBookmark(ARGUMENT(IMAPITable, CreateBookmark, 0) a0) override {
        arrived("IMAPITable::CreateBookmark");
        return PASS_ON(inner->CreateBookmark(a0));
    }
    ANSWER(IMAPITable, FreeBookmark) WINAPI FreeBookmark(ARGUMENT(IMAPITable, FreeBookmark, 0) a0) override {
        arrived("IMAPITable::FreeBookmark");
        number(0, a0);
        return PASS_ON(inner->FreeBookmark(a0));
    }
    ANSWER(IMAPITable, SortTable) WINAPI SortTable(ARGUMENT(IMAPITable, SortTable, 0) a0, ARGUMENT(IMAPITable, SortTable, 1) a1) override {
        arrived("IMAPITable::SortTable");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->SortTable(a0, a1));
    }
    ANSWER(IMAPITable, QuerySortOrder) WINAPI QuerySortOrder(ARGUMENT(IMAPITable, QuerySortOrder, 0) a0) override {
        arrived("IMAPITable::QuerySortOrder");
        return PASS_ON(inner->QuerySortOrder(a0));
    }
    ANSWER(IMAPITable, QueryRows) WINAPI QueryRows(ARGUMENT(IMAPITable, QueryRows, 0) a0, ARGUMENT(IMAPITable, QueryRows, 1) a1, ARGUMENT(IMAPITable, QueryRows, 2) a2) override {
        arrived("IMAPITable::QueryRows");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->QueryRows(a0, a1, a2));
    }
    ANSWER(IMAPITable, Abort) WINAPI Abort() override {
        arrived("IMAPITable::Abort");
        return PASS_ON(inner->Abort());
    }
    ANSWER(IMAPITable, ExpandRow) WINAPI ExpandRow(ARGUMENT(IMAPITable, ExpandRow, 0) a0, ARGUMENT(IMAPITable, ExpandRow, 1) a1, ARGUMENT(IMAPITable, ExpandRow, 2) a2, ARGUMENT(IMAPITable, ExpandRow, 3) a3, ARGUMENT(IMAPITable, ExpandRow, 4) a4, ARGUMENT(IMAPITable, ExpandRow, 5) a5) override {
        arrived("IMAPITable::ExpandRow");
        bytes(a0, a1);
        number(2, a2);
        CHECK(!a3);
        return PASS_ON(inner->ExpandRow(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMAPITable, CollapseRow) WINAPI CollapseRow(ARGUMENT(IMAPITable, CollapseRow, 0) a0, ARGUMENT(IMAPITable, CollapseRow, 1) a1, ARGUMENT(IMAPITable, CollapseRow, 2) a2, ARGUMENT(IMAPITable, CollapseRow, 3) a3) override {
        arrived("IMAPITable::CollapseRow");
        bytes(a0, a1);
        CHECK(!a2);
        return PASS_ON(inner->CollapseRow(a0, a1, a2, a3));
    }
    ANSWER(IMAPITable, WaitForCompletion) WINAPI WaitForCompletion(ARGUMENT(IMAPITable, WaitForCompletion, 0) a0, ARGUMENT(IMAPITable, WaitForCompletion, 1) a1, ARGUMENT(IMAPITable, WaitForCompletion, 2) a2) override {
        arrived("IMAPITable::WaitForCompletion");
        CHECK(!a0);
        number(1, a1);
        return PASS_ON(inner->WaitForCompletion(a0, a1, a2));
    }
    ANSWER(IMAPITable, GetCollapseState) WINAPI GetCollapseState(ARGUMENT(IMAPITable, GetCollapseState, 0) a0, ARGUMENT(IMAPITable, GetCollapseState, 1) a1, ARGUMENT(IMAPITable, GetCollapseState, 2) a2, ARGUMENT(IMAPITable, GetCollapseState, 3) a3, ARGUMENT(IMAPITable, GetCollapseState, 4) a4) override {
        arrived("IMAPITable::GetCollapseState");
        CHECK(!a0);
        bytes(a1, a2);
        return PASS_ON(inner->GetCollapseState(a0, a1, a2, a3, a4));
    }
    ANSWER(IMAPITable, SetCollapseState) WINAPI SetCollapseState(ARGUMENT(IMAPITable, SetCollapseState, 0) a0, ARGUMENT(IMAPITable, SetCollapseState, 1) a1, ARGUMENT(IMAPITable, SetCollapseState, 2) a2, ARGUMENT(IMAPITable, SetCollapseState, 3) a3) override {
        arrived("IMAPITable::SetCollapseState");
        CHECK(!a0);
        bytes(a1, a2);
        return PASS_ON(inner->SetCollapseState(a0, a1, a2, a3));
    }
};

struct Relay_IMSLogon final : Relay<Relay_IMSLogon, IMSLogon> {
    using Relay::Relay;
    ANSWER(IMSLogon, GetLastError) WINAPI GetLastError(ARGUMENT(IMSLogon, GetLastError, 0) a0, ARGUMENT(IMSLogon, GetLastError, 1) a1, ARGUMENT(IMSLogon, GetLastError, 2) a2) override {
        arrived("IMSLogon::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMSLogon, Logoff) WINAPI Logoff(ARGUMENT(IMSLogon, Logoff, 0) a0) override {
        arrived("IMSLogon::Logoff");
        content(a0);
        return PASS_ON(inner->Logoff(a0));
    }
    ANSWER(IMSLogon, OpenEntry) WINAPI OpenEntry(ARGUMENT(IMSLogon, OpenEntry, 0) a0, ARGUMENT(IMSLogon, OpenEntry, 1) a1, ARGUMENT(IMSLogon, OpenEntry, 2) a2, ARGUMENT(IMSLogon, OpenEntry, 3) a3, ARGUMENT(IMSLogon, OpenEntry, 4) a4, ARGUMENT(IMSLogon, OpenEntry, 5) a5) override {
        arrived("IMSLogon::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMSLogon, CompareEntryIDs) WINAPI CompareEntryIDs(ARGUMENT(IMSLogon, CompareEntryIDs, 0) a0, ARGUMENT(IMSLogon, CompareEntryIDs, 1) a1, ARGUMENT(IMSLogon, CompareEntryIDs, 2) a2, ARGUMENT(IMSLogon, CompareEntryIDs, 3) a3, ARGUMENT(IMSLogon, CompareEntryIDs, 4) a4, ARGUMENT(IMSLogon, CompareEntryIDs, 5) a5) override {
        arrived("IMSLogon::CompareEntryIDs");
        bytes(a0, a1);
        bytes(a2, a3);
        CHECK(!a4);
        return PASS_ON(inner->CompareEntryIDs(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMSLogon, Advise) WINAPI Advise(ARGUMENT(IMSLogon, Advise, 0) a0, ARGUMENT(IMSLogon, Advise, 1) a1, ARGUMENT(IMSLogon, Advise, 2) a2, ARGUMENT(IMSLogon, Advise, 3) a3, ARGUMENT(IMSLogon, Advise, 4) a4) override {
        arrived("IMSLogon::Advise");
        bytes(a0, a1);
        number(2, a2);
        content(a3);
        return PASS_ON(inner->Advise(a0, a1, a2, a3, a4));
    }
    ANSWER(IMSLogon, Unadvise) WINAPI Unadvise(ARGUMENT(IMSLogon, Unadvise, 0) a0) override {
        arrived("IMSLogon::Unadvise");
        number(0, a0);
        return PASS_ON(inner->Unadvise(a0));
    }
    ANSWER(IMSLogon, OpenStatusEntry) WINAPI OpenStatusEntry(ARGUMENT(IMSLogon, OpenStatusEntry, 0) a0, ARGUMENT(IMSLogon, OpenStatusEntry, 1) a1, ARGUMENT(IMSLogon, OpenStatusEntry, 2) a2, ARGUMENT(IMSLogon, OpenStatusEntry, 3) a3) override {
        arrived("IMSLogon::OpenStatusEntry");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->OpenStatusEntry(a0, a1, a2, a3));
    }
};

struct Relay_IMSProvider final : Relay<Relay_IMSProvider, IMSProvider> {
    using Relay::Relay;
    ANSWER(IMSProvider, Shutdown) WINAPI Shutdown(ARGUMENT(IMSProvider, Shutdown, 0) a0) override {
        arrived("IMSProvider::Shutdown");
        content(a0);
        return PASS_ON(inner->Shutdown(a0));
    }
    ANSWER(IMSProvider, Logon) WINAPI Logon(ARGUMENT(IMSProvider, Logon, 0) a0, ARGUMENT(IMSProvider, Logon, 1) a1, ARGUMENT(IMSProvider, Logon, 2) a2, ARGUMENT(IMSProvider, Logon, 3) a3, ARGUMENT(IMSProvider, Logon, 4) a4, ARGUMENT(IMSProvider, Logon, 5) a5, ARGUMENT(IMSProvider, Logon, 6) a6, ARGUMENT(IMSProvider, Logon, 7) a7, ARGUMENT(IMSProvider, Logon, 8) a8, ARGUMENT(IMSProvider, Logon, 9) a9, ARGUMENT(IMSProvider, Logon, 10) a10, ARGUMENT(IMSProvider, Logon, 11) a11) override {
        arrived("IMSProvider::Logon");
        content(a0);
        number(1, a1);
        content(a2);
        bytes(a3, a4);
        number(5, a5);
        content(a6);
        return PASS_ON(inner->Logon(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11));
    }
    ANSWER(IMSProvider, SpoolerLogon) WINAPI SpoolerLogon(ARGUMENT(IMSProvider, SpoolerLogon, 0) a0, ARGUMENT(IMSProvider, SpoolerLogon, 1) a1, ARGUMENT(IMSProvider, SpoolerLogon, 2) a2, ARGUMENT(IMSProvider, SpoolerLogon, 3) a3, ARGUMENT(IMSProvider, SpoolerLogon, 4) a4, ARGUMENT(IMSProvider, SpoolerLogon, 5) a5, ARGUMENT(IMSProvider, SpoolerLogon, 6) a6, ARGUMENT(IMSProvider, SpoolerLogon, 7) a7, ARGUMENT(IMSProvider, SpoolerLogon, 8) a8, ARGUMENT(IMSProvider, SpoolerLogon, 9) a9, ARGUMENT(IMSProvider, SpoolerLogon, 10) a10, ARGUMENT(IMSProvider, SpoolerLogon, 11) a11) override {
        arrived("IMSProvider::SpoolerLogon");
        content(a0);
        number(1, a1);
        content(a2);
        bytes(a3, a4);
        number(5, a5);
        content(a6);
        bytes(a7, a8);
        return PASS_ON(inner->SpoolerLogon(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11));
    }
    ANSWER(IMSProvider, CompareStoreIDs) WINAPI CompareStoreIDs(ARGUMENT(IMSProvider, CompareStoreIDs, 0) a0, ARGUMENT(IMSProvider, CompareStoreIDs, 1) a1, ARGUMENT(IMSProvider, CompareStoreIDs, 2) a2, ARGUMENT(IMSProvider, CompareStoreIDs, 3) a3, ARGUMENT(IMSProvider, CompareStoreIDs, 4) a4, ARGUMENT(IMSProvider, CompareStoreIDs, 5) a5) override {
        arrived("IMSProvider::CompareStoreIDs");
        bytes(a0, a1);
        bytes(a2, a3);
        CHECK(!a4);
        return PASS_ON(inner->CompareStoreIDs(a0, a1, a2, a3, a4, a5));
    }
};

struct Relay_IMailUser final : Relay<Relay_IMailUser, IMailUser> {
    using Relay::Relay;
    ANSWER(IMailUser, GetLastError) WINAPI GetLastError(ARGUMENT(IMailUser, GetLastError, 0) a0, ARGUMENT(IMailUser, GetLastError, 1) a1, ARGUMENT(IMailUser, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMailUser, SaveChanges) WINAPI SaveChanges(ARGUMENT(IMailUser, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IMailUser, GetProps) WINAPI GetProps(ARGUMENT(IMailUser, GetProps, 0) a0, ARGUMENT(IMailUser, GetProps, 1) a1, ARGUMENT(IMailUser, GetProps, 2) a2, ARGUMENT(IMailUser, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IMailUser, GetPropList) WINAPI GetPropList(ARGUMENT(IMailUser, GetPropList, 0) a0, ARGUMENT(IMailUser, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IMailUser, OpenProperty) WINAPI OpenProperty(ARGUMENT(IMailUser, OpenProperty, 0) a0, ARGUMENT(IMailUser, OpenProperty, 1) a1, ARGUMENT(IMailUser, OpenProperty, 2) a2, ARGUMENT(IMailUser, OpenProperty, 3) a3, ARGUMENT(IMailUser, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IMailUser, SetProps) WINAPI SetProps(ARGUMENT(IMailUser, SetProps, 0) a0, ARGUMENT(IMailUser, SetProps, 1) a1, ARGUMENT(IMailUser, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IMailUser, DeleteProps) WINAPI DeleteProps(ARGUMENT(IMailUser, DeleteProps, 0) a0, ARGUMENT(IMailUser, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IMailUser, CopyTo) WINAPI CopyTo(ARGUMENT(IMailUser, CopyTo, 0) a0, ARGUMENT(IMailUser, CopyTo, 1) a1, ARGUMENT(IMailUser, CopyTo, 2) a2, ARGUMENT(IMailUser, CopyTo, 3) a3, ARGUMENT(IMailUser, CopyTo, 4) a4, ARGUMENT(IMailUser, CopyTo, 5) a5, ARGUMENT(IMailUser, CopyTo, 6) a6, ARGUMENT(IMailUser, CopyTo, 7) a7, ARGUMENT(IMailUser, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMailUser, CopyProps) WINAPI CopyProps(ARGUMENT(IMailUser, CopyProps, 0) a0, ARGUMENT(IMailUser, CopyProps, 1) a1, ARGUMENT(IMailUser, CopyProps, 2) a2, ARGUMENT(IMailUser, CopyProps, 3) a3, ARGUMENT(IMailUser, CopyProps, 4) a4, ARGUMENT(IMailUser, CopyProps, 5) a5, ARGUMENT(IMailUser, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMailUser, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IMailUser, GetNamesFromIDs, 0) a0, ARGUMENT(IMailUser, GetNamesFromIDs, 1) a1, ARGUMENT(IMailUser, GetNamesFromIDs, 2) a2, ARGUMENT(IMailUser, GetNamesFromIDs, 3) a3, ARGUMENT(IMailUser, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IMailUser, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IMailUser, GetIDsFromNames, 0) a0, ARGUMENT(IMailUser, GetIDsFromNames, 1) a1, ARGUMENT(IMailUser, GetIDsFromNames, 2) a2, ARGUMENT(IMailUser, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
};

struct Relay_IMessage final : Relay<Relay_IMessage, IMessage> {
    using Relay::Relay;
    ANSWER(IMessage, GetLastError) WINAPI GetLastError(ARGUMENT(IMessage, GetLastError, 0) a0, ARGUMENT(IMessage, GetLastError, 1) a1, ARGUMENT(IMessage, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMessage, SaveChanges) WINAPI SaveChanges(ARGUMENT(IMessage, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IMessage, GetProps) WINAPI GetProps(ARGUMENT(IMessage, GetProps, 0) a0, ARGUMENT(IMessage, GetProps, 1) a1, ARGUMENT(IMessage, GetProps, 2) a2, ARGUMENT(IMessage, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IMessage, GetPropList) WINAPI GetPropList(ARGUMENT(IMessage, GetPropList, 0) a0, ARGUMENT(IMessage, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IMessage, OpenProperty) WINAPI OpenProperty(ARGUMENT(IMessage, OpenProperty, 0) a0, ARGUMENT(IMessage, OpenProperty, 1) a1, ARGUMENT(IMessage, OpenProperty, 2) a2, ARGUMENT(IMessage, OpenProperty, 3) a3, ARGUMENT(IMessage, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IMessage, SetProps) WINAPI SetProps(ARGUMENT(IMessage, SetProps, 0) a0, ARGUMENT(IMessage, SetProps, 1) a1, ARGUMENT(IMessage, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IMessage, DeleteProps) WINAPI DeleteProps(ARGUMENT(IMessage, DeleteProps, 0) a0, ARGUMENT(IMessage, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IMessage, CopyTo) WINAPI CopyTo(ARGUMENT(IMessage, CopyTo, 0) a0, ARGUMENT(IMessage, CopyTo, 1) a1, ARGUMENT(IMessage, CopyTo, 2) a2, ARGUMENT(IMessage, CopyTo, 3) a3, ARGUMENT(IMessage, CopyTo, 4) a4, ARGUMENT(IMessage, CopyTo, 5) a5, ARGUMENT(IMessage, CopyTo, 6) a6, ARGUMENT(IMessage, CopyTo, 7) a7, ARGUMENT(IMessage, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMessage, CopyProps) WINAPI CopyProps(ARGUMENT(IMessage, CopyProps, 0) a0, ARGUMENT(IMessage, CopyProps, 1) a1, ARGUMENT(IMessage, CopyProps, 2) a2, ARGUMENT(IMessage, CopyProps, 3) a3, ARGUMENT(IMessage, CopyProps, 4) a4, ARGUMENT(IMessage, CopyProps, 5) a5, ARGUMENT(IMessage, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMessage, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IMessage, GetNamesFromIDs, 0) a0, ARGUMENT(IMessage, GetNamesFromIDs, 1) a1, ARGUMENT(IMessage, GetNamesFromIDs, 2) a2, ARGUMENT(IMessage, GetNamesFromIDs, 3) a3, ARGUMENT(IMessage, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IMessage, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IMessage, GetIDsFromNames, 0) a0, ARGUMENT(IMessage, GetIDsFromNames, 1) a1, ARGUMENT(IMessage, GetIDsFromNames, 2) a2, ARGUMENT(IMessage, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IMessage, GetAttachmentTable) WINAPI GetAttachmentTable(ARGUMENT(IMessage, GetAttachmentTable, 0) a0, ARGUMENT(IMessage, GetAttachmentTable, 1) a1) override {
        arrived("IMessage::GetAttachmentTable");
        number(0, a0);
        return PASS_ON(inner->GetAttachmentTable(a0, a1));
    }
    ANSWER(IMessage, OpenAttach) WINAPI OpenAttach(ARGUMENT(IMessage, OpenAttach, 0) a0, ARGUMENT(IMessage, OpenAttach, 1) a1, ARGUMENT(IMessage, OpenAttach, 2) a2, ARGUMENT(IMessage, OpenAttach, 3) a3) override {
        arrived("IMessage::OpenAttach");
        number(0, a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->OpenAttach(a0, a1, a2, a3));
    }
    ANSWER(IMessage, CreateAttach) WINAPI CreateAttach(ARGUMENT(IMessage, CreateAttach, 0) a0, ARGUMENT(IMessage, CreateAttach, 1) a1, ARGUMENT(IMessage, CreateAttach, 2) a2, ARGUMENT(IMessage, CreateAttach, 3) a3) override {
        arrived("IMessage::CreateAttach");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->CreateAttach(a0, a1, a2, a3));
    }
    ANSWER(IMessage, DeleteAttach) WINAPI DeleteAttach(ARGUMENT(IMessage, DeleteAttach, 0) a0, ARGUMENT(IMessage, DeleteAttach, 1) a1, ARGUMENT(IMessage, DeleteAttach, 2) a2, ARGUMENT(IMessage, DeleteAttach, 3) a3) override {
        arrived("IMessage::DeleteAttach");
        number(0, a0);
        number(1, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->DeleteAttach(a0, a1, a2, a3));
    }
    ANSWER(IMessage, GetRecipientTable) WINAPI GetRecipientTable(ARGUMENT(IMessage, GetRecipientTable, 0) a0, ARGUMENT(IMessage, GetRecipientTable, 1) a1) override {
        arrived("IMessage::GetRecipientTable");
        number(0, a0);
        return PASS_ON(inner->GetRecipientTable(a0, a1));
    }
    ANSWER(IMessage, ModifyRecipients) WINAPI ModifyRecipients(ARGUMENT(IMessage, ModifyRecipients, 0) a0, ARGUMENT(IMessage, ModifyRecipients, 1) a1) override {
        arrived("IMessage::ModifyRecipients");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->ModifyRecipients(a0, a1));
    }
    ANSWER(IMessage, SubmitMessage) WINAPI SubmitMessage(ARGUMENT(IMessage, SubmitMessage, 0) a0) override {
        arrived("IMessage::SubmitMessage");
        number(0, a0);
        return PASS_ON(inner->SubmitMessage(a0));
    }
    ANSWER(IMessage, SetReadFlag) WINAPI SetReadFlag(ARGUMENT(IMessage, SetReadFlag, 0) a0) override {
        arrived("IMessage::SetReadFlag");
        number(0, a0);
        return PASS_ON(inner->SetReadFlag(a0));
    }
};

struct Relay_IMsgServiceAdmin final : Relay<Relay_IMsgServiceAdmin, IMsgServiceAdmin> {
    using Relay::Relay;
    ANSWER(IMsgServiceAdmin, GetLastError) WINAPI GetLastError(ARGUMENT(IMsgServiceAdmin, GetLastError, 0) a0, ARGUMENT(IMsgServiceAdmin, GetLastError, 1) a1, ARGUMENT(IMsgServiceAdmin, GetLastError, 2) a2) override {
        arrived("IMsgServiceAdmin::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMsgServiceAdmin, GetMsgServiceTable) WINAPI GetMsgServiceTable(ARGUMENT(IMsgServiceAdmin, GetMsgServiceTable, 0) a0, ARGUMENT(IMsgServiceAdmin, GetMsgServiceTable, 1) a1) override {
        arrived("IMsgServiceAdmin::GetMsgServiceTable");
        CHECK(!a0);
        return PASS_ON(inner->GetMsgServiceTable(a0, a1));
    }
    ANSWER(IMsgServiceAdmin, CreateMsgService) WINAPI CreateMsgService(ARGUMENT(IMsgServiceAdmin, CreateMsgService, 0) a0, ARGUMENT(IMsgServiceAdmin, CreateMsgService, 1) a1, ARGUMENT(IMsgServiceAdmin, CreateMsgService, 2) a2, ARGUMENT(IMsgServiceAdmin, CreateMsgService, 3) a3) override {
        arrived("IMsgServiceAdmin::CreateMsgService");
        content(a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->CreateMsgService(a0, a1, a2, a3));
    }
    ANSWER(IMsgServiceAdmin, DeleteMsgService) WINAPI DeleteMsgService(ARGUMENT(IMsgServiceAdmin, DeleteMsgService, 0) a0) override {
        arrived("IMsgServiceAdmin::DeleteMsgService");
        content(a0);
        return PASS_ON(inner->DeleteMsgService(a0));
    }
    ANSWER(IMsgServiceAdmin, CopyMsgService) WINAPI CopyMsgService(ARGUMENT(IMsgServiceAdmin, CopyMsgService, 0) a0, ARGUMENT(IMsgServiceAdmin, CopyMsgService, 1) a1, ARGUMENT(IMsgServiceAdmin, CopyMsgService, 2) a2, ARGUMENT(IMsgServiceAdmin, CopyMsgService, 3) a3, ARGUMENT(IMsgServiceAdmin, CopyMsgService, 4) a4, ARGUMENT(IMsgServiceAdmin, CopyMsgService, 5) a5, ARGUMENT(IMsgServiceAdmin, CopyMsgService, 6) a6) override {
        arrived("IMsgServiceAdmin::CopyMsgService");
        content(a0);
        CHECK(!a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        number(6, a6);
        return PASS_ON(inner->CopyMsgService(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMsgServiceAdmin, RenameMsgService) WINAPI RenameMsgService(ARGUMENT(IMsgServiceAdmin, RenameMsgService, 0) a0, ARGUMENT(IMsgServiceAdmin, RenameMsgService, 1) a1, ARGUMENT(IMsgServiceAdmin, RenameMsgService, 2) a2) override {
        arrived("IMsgServiceAdmin::RenameMsgService");
        content(a0);
        CHECK(!a1);
        content(a2);
        return PASS_ON(inner->RenameMsgService(a0, a1, a2));
    }
    ANSWER(IMsgServiceAdmin, ConfigureMsgService) WINAPI ConfigureMsgService(ARGUMENT(IMsgServiceAdmin, ConfigureMsgService, 0) a0, ARGUMENT(IMsgServiceAdmin, ConfigureMsgService, 1) a1, ARGUMENT(IMsgServiceAdmin, ConfigureMsgService, 2) a2, ARGUMENT(IMsgServiceAdmin, ConfigureMsgService, 3) a3, ARGUMENT(IMsgServiceAdmin, ConfigureMsgService, 4) a4) override {
        arrived("IMsgServiceAdmin::ConfigureMsgService");
        content(a0);
        number(1, a1);
        number(2, a2);
        return PASS_ON(inner->ConfigureMsgService(a0, a1, a2, a3, a4));
    }
    ANSWER(IMsgServiceAdmin, OpenProfileSection) WINAPI OpenProfileSection(ARGUMENT(IMsgServiceAdmin, OpenProfileSection, 0) a0, ARGUMENT(IMsgServiceAdmin, OpenProfileSection, 1) a1, ARGUMENT(IMsgServiceAdmin, OpenProfileSection, 2) a2, ARGUMENT(IMsgServiceAdmin, OpenProfileSection, 3) a3) override {
        arrived("IMsgServiceAdmin::OpenProfileSection");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->OpenProfileSection(a0, a1, a2, a3));
    }
    ANSWER(IMsgServiceAdmin, MsgServiceTransportOrder) WINAPI MsgServiceTransportOrder(ARGUMENT(IMsgServiceAdmin, MsgServiceTransportOrder, 0) a0, ARGUMENT(IMsgServiceAdmin, MsgServiceTransportOrder, 1) a1, ARGUMENT(IMsgServiceAdmin, MsgServiceTransportOrder, 2) a2) override {
        arrived("IMsgServiceAdmin::MsgServiceTransportOrder");
        CHECK(!a2);
        return PASS_ON(inner->MsgServiceTransportOrder(a0, a1, a2));
    }
    ANSWER(IMsgServiceAdmin, AdminProviders) WINAPI AdminProviders(ARGUMENT(IMsgServiceAdmin, AdminProviders, 0) a0, ARGUMENT(IMsgServiceAdmin, AdminProviders, 1) a1, ARGUMENT(IMsgServiceAdmin, AdminProviders, 2) a2) override {
        arrived("IMsgServiceAdmin::AdminProviders");
        content(a0);
        CHECK(!a1);
        return PASS_ON(inner->AdminProviders(a0, a1, a2));
    }
    ANSWER(IMsgServiceAdmin, SetPrimaryIdentity) WINAPI SetPrimaryIdentity(ARGUMENT(IMsgServiceAdmin, SetPrimaryIdentity, 0) a0, ARGUMENT(IMsgServiceAdmin, SetPrimaryIdentity, 1) a1) override {
        arrived("IMsgServiceAdmin::SetPrimaryIdentity");
        content(a0);
        CHECK(!a1);
        return PASS_ON(inner->SetPrimaryIdentity(a0, a1));
    }
    ANSWER(IMsgServiceAdmin, GetProviderTable) WINAPI GetProviderTable(ARGUMENT(IMsgServiceAdmin, GetProviderTable, 0) a0, ARGUMENT(IMsgServiceAdmin, GetProviderTable, 1) a1) override {
        arrived("IMsgServiceAdmin::GetProviderTable");
        number(0, a0);
        return PASS_ON(inner->GetProviderTable(a0, a1));
    }
};

struct Relay_IMsgStore final : Relay<Relay_IMsgStore, IMsgStore> {
    using Relay::Relay;
    ANSWER(IMsgStore, GetLastError) WINAPI GetLastError(ARGUMENT(IMsgStore, GetLastError, 0) a0, ARGUMENT(IMsgStore, GetLastError, 1) a1, ARGUMENT(IMsgStore, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IMsgStore, SaveChanges) WINAPI SaveChanges(ARGUMENT(IMsgStore, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IMsgStore, GetProps) WINAPI GetProps(ARGUMENT(IMsgStore, GetProps, 0) a0, ARGUMENT(IMsgStore, GetProps, 1) a1, ARGUMENT(IMsgStore, GetProps, 2) a2, ARGUMENT(IMsgStore, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IMsgStore, GetPropList) WINAPI GetPropList(ARGUMENT(IMsgStore, GetPropList, 0) a0, ARGUMENT(IMsgStore, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IMsgStore, OpenProperty) WINAPI OpenProperty(ARGUMENT(IMsgStore, OpenProperty, 0) a0, ARGUMENT(IMsgStore, OpenProperty, 1) a1, ARGUMENT(IMsgStore, OpenProperty, 2) a2, ARGUMENT(IMsgStore, OpenProperty, 3) a3, ARGUMENT(IMsgStore, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IMsgStore, SetProps) WINAPI SetProps(ARGUMENT(IMsgStore, SetProps, 0) a0, ARGUMENT(IMsgStore, SetProps, 1) a1, ARGUMENT(IMsgStore, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IMsgStore, DeleteProps) WINAPI DeleteProps(ARGUMENT(IMsgStore, DeleteProps, 0) a0, ARGUMENT(IMsgStore, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IMsgStore, CopyTo) WINAPI CopyTo(ARGUMENT(IMsgStore, CopyTo, 0) a0, ARGUMENT(IMsgStore, CopyTo, 1) a1, ARGUMENT(IMsgStore, CopyTo, 2) a2, ARGUMENT(IMsgStore, CopyTo, 3) a3, ARGUMENT(IMsgStore, CopyTo, 4) a4, ARGUMENT(IMsgStore, CopyTo, 5) a5, ARGUMENT(IMsgStore, CopyTo, 6) a6, ARGUMENT(IMsgStore, CopyTo, 7) a7, ARGUMENT(IMsgStore, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IMsgStore, CopyProps) WINAPI CopyProps(ARGUMENT(IMsgStore, CopyProps, 0) a0, ARGUMENT(IMsgStore, CopyProps, 1) a1, ARGUMENT(IMsgStore, CopyProps, 2) a2, ARGUMENT(IMsgStore, CopyProps, 3) a3, ARGUMENT(IMsgStore, CopyProps, 4) a4, ARGUMENT(IMsgStore, CopyProps, 5) a5, ARGUMENT(IMsgStore, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IMsgStore, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IMsgStore, GetNamesFromIDs, 0) a0, ARGUMENT(IMsgStore, GetNamesFromIDs, 1) a1, ARGUMENT(IMsgStore, GetNamesFromIDs, 2) a2, ARGUMENT(IMsgStore, GetNamesFromIDs, 3) a3, ARGUMENT(IMsgStore, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IMsgStore, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IMsgStore, GetIDsFromNames, 0) a0, ARGUMENT(IMsgStore, GetIDsFromNames, 1) a1, ARGUMENT(IMsgStore, GetIDsFromNames, 2) a2, ARGUMENT(IMsgStore, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IMsgStore, Advise) WINAPI Advise(ARGUMENT(IMsgStore, Advise, 0) a0, ARGUMENT(IMsgStore, Advise, 1) a1, ARGUMENT(IMsgStore, Advise, 2) a2, ARGUMENT(IMsgStore, Advise, 3) a3, ARGUMENT(IMsgStore, Advise, 4) a4) override {
        arrived("IMsgStore::Advise");
        bytes(a0, a1);
        number(2, a2);
        content(a3);
        return PASS_ON(inner->Advise(a0, a1, a2, a3, a4));
    }
    ANSWER(IMsgStore, Unadvise) WINAPI Unadvise(ARGUMENT(IMsgStore, Unadvise, 0) a0) override {
        arrived("IMsgStore::Unadvise");
        number(0, a0);
        return PASS_ON(inner->Unadvise(a0));
    }
    ANSWER(IMsgStore, CompareEntryIDs) WINAPI CompareEntryIDs(ARGUMENT(IMsgStore, CompareEntryIDs, 0) a0, ARGUMENT(IMsgStore, CompareEntryIDs, 1) a1, ARGUMENT(IMsgStore, CompareEntryIDs, 2) a2, ARGUMENT(IMsgStore, CompareEntryIDs, 3) a3, ARGUMENT(IMsgStore, CompareEntryIDs, 4) a4, ARGUMENT(IMsgStore, CompareEntryIDs, 5) a5) override {
        arrived("IMsgStore::CompareEntryIDs");
        bytes(a0, a1);
        bytes(a2, a3);
        CHECK(!a4);
        return PASS_ON(inner->CompareEntryIDs(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMsgStore, OpenEntry) WINAPI OpenEntry(ARGUMENT(IMsgStore, OpenEntry, 0) a0, ARGUMENT(IMsgStore, OpenEntry, 1) a1, ARGUMENT(IMsgStore, OpenEntry, 2) a2, ARGUMENT(IMsgStore, OpenEntry, 3) a3, ARGUMENT(IMsgStore, OpenEntry, 4) a4, ARGUMENT(IMsgStore, OpenEntry, 5) a5) override {
        arrived("IMsgStore::OpenEntry");
        bytes(a0, a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->OpenEntry(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IMsgStore, SetReceiveFolder) WINAPI SetReceiveFolder(ARGUMENT(IMsgStore, SetReceiveFolder, 0) a0, ARGUMENT(IMsgStore, SetReceiveFolder, 1) a1, ARGUMENT(IMsgStore, SetReceiveFolder, 2) a2, ARGUMENT(IMsgStore, SetReceiveFolder, 3) a3) override {
        arrived("IMsgStore::SetReceiveFolder");
        content(a0);
        number(1, a1);
        bytes(a2, a3);
        return PASS_ON(inner->SetReceiveFolder(a0, a1, a2, a3));
    }
    ANSWER(IMsgStore, GetReceiveFolder) WINAPI GetReceiveFolder(ARGUMENT(IMsgStore, GetReceiveFolder, 0) a0, ARGUMENT(IMsgStore, GetReceiveFolder, 1) a1, ARGUMENT(IMsgStore, GetReceiveFolder, 2) a2, ARGUMENT(IMsgStore, GetReceiveFolder, 3) a3, ARGUMENT(IMsgStore, GetReceiveFolder, 4) a4) override {
        arrived("IMsgStore::GetReceiveFolder");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetReceiveFolder(a0, a1, a2, a3, a4));
    }
    ANSWER(IMsgStore, GetReceiveFolderTable) WINAPI GetReceiveFolderTable(ARGUMENT(IMsgStore, GetReceiveFolderTable, 0) a0, ARGUMENT(IMsgStore, GetReceiveFolderTable, 1) a1) override {
        arrived("IMsgStore::GetReceiveFolderTable");
        number(0, a0);
        return PASS_ON(inner->GetReceiveFolderTable(a0, a1));
    }
    ANSWER(IMsgStore, StoreLogoff) WINAPI StoreLogoff(ARGUMENT(IMsgStore, StoreLogoff, 0) a0) override {
        arrived("IMsgStore::StoreLogoff");
        return PASS_ON(inner->StoreLogoff(a0));
    }
    ANSWER(IMsgStore, AbortSubmit) WINAPI AbortSubmit(ARGUMENT(IMsgStore, AbortSubmit, 0) a0, ARGUMENT(IMsgStore, AbortSubmit, 1) a1, ARGUMENT(IMsgStore, AbortSubmit, 2) a2) override {
        arrived("IMsgStore::AbortSubmit");
        bytes(a0, a1);
        CHECK(!a2);
        return PASS_ON(inner->AbortSubmit(a0, a1, a2));
    }
    ANSWER(IMsgStore, GetOutgoingQueue) WINAPI GetOutgoingQueue(ARGUMENT(IMsgStore, GetOutgoingQueue, 0) a0, ARGUMENT(IMsgStore, GetOutgoingQueue, 1) a1) override {
        arrived("IMsgStore::GetOutgoingQueue");
        CHECK(!a0);
        return PASS_ON(inner->GetOutgoingQueue(a0, a1));
    }
    ANSWER(IMsgStore, SetLockState) WINAPI SetLockState(ARGUMENT(IMsgStore, SetLockState, 0) a0, ARGUMENT(IMsgStore, SetLockState, 1) a1) override {
        arrived("IMsgStore::SetLockState");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->SetLockState(a0, a1));
    }
    ANSWER(IMsgStore, FinishedMsg) WINAPI FinishedMsg(ARGUMENT(IMsgStore, FinishedMsg, 0) a0, ARGUMENT(IMsgStore, FinishedMsg, 1) a1, ARGUMENT(IMsgStore, FinishedMsg, 2) a2) override {
        arrived("IMsgStore::FinishedMsg");
        CHECK(!a0);
        bytes(a1, a2);
        return PASS_ON(inner->FinishedMsg(a0, a1, a2));
    }
    ANSWER(IMsgStore, NotifyNewMail) WINAPI NotifyNewMail(ARGUMENT(IMsgStore, NotifyNewMail, 0) a0) override {
        arrived("IMsgStore::NotifyNewMail");
        content(a0);
        return PASS_ON(inner->NotifyNewMail(a0));
    }
};

struct Relay_IProfAdmin final : Relay<Relay_IProfAdmin, IProfAdmin> {
    using Relay::Relay;
    ANSWER(IProfAdmin, GetLastError) WINAPI GetLastError(ARGUMENT(IProfAdmin, GetLastError, 0) a0, ARGUMENT(IProfAdmin, GetLastError, 1) a1, ARGUMENT(IProfAdmin, GetLastError, 2) a2) override {
        arrived("IProfAdmin::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IProfAdmin, GetProfileTable) WINAPI GetProfileTable(ARGUMENT(IProfAdmin, GetProfileTable, 0) a0, ARGUMENT(IProfAdmin, GetProfileTable, 1) a1) override {
        arrived("IProfAdmin::GetProfileTable");
        number(0, a0);
        return PASS_ON(inner->GetProfileTable(a0, a1));
    }
    ANSWER(IProfAdmin, CreateProfile) WINAPI CreateProfile(ARGUMENT(IProfAdmin, CreateProfile, 0) a0, ARGUMENT(IProfAdmin, CreateProfile, 1) a1, ARGUMENT(IProfAdmin, CreateProfile, 2) a2, ARGUMENT(IProfAdmin, CreateProfile, 3) a3) override {
        arrived("IProfAdmin::CreateProfile");
        content(a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->CreateProfile(a0, a1, a2, a3));
    }
    ANSWER(IProfAdmin, DeleteProfile) WINAPI DeleteProfile(ARGUMENT(IProfAdmin, DeleteProfile, 0) a0, ARGUMENT(IProfAdmin, DeleteProfile, 1) a1) override {
        arrived("IProfAdmin::DeleteProfile");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->DeleteProfile(a0, a1));
    }
    ANSWER(IProfAdmin, ChangeProfilePassword) WINAPI ChangeProfilePassword(ARGUMENT(IProfAdmin, ChangeProfilePassword, 0) a0, ARGUMENT(IProfAdmin, ChangeProfilePassword, 1) a1, ARGUMENT(IProfAdmin, ChangeProfilePassword, 2) a2, ARGUMENT(IProfAdmin, ChangeProfilePassword, 3) a3) override {
        arrived("IProfAdmin::ChangeProfilePassword");
        content(a0);
        content(a1);
        content(a2);
        number(3, a3);
        return PASS_ON(inner->ChangeProfilePassword(a0, a1, a2, a3));
    }
    ANSWER(IProfAdmin, CopyProfile) WINAPI CopyProfile(ARGUMENT(IProfAdmin, CopyProfile, 0) a0, ARGUMENT(IProfAdmin, CopyProfile, 1) a1, ARGUMENT(IProfAdmin, CopyProfile, 2) a2, ARGUMENT(IProfAdmin, CopyProfile, 3) a3, ARGUMENT(IProfAdmin, CopyProfile, 4) a4) override {
        arrived("IProfAdmin::CopyProfile");
        content(a0);
        content(a1);
        content(a2);
        number(3, a3);
        number(4, a4);
        return PASS_ON(inner->CopyProfile(a0, a1, a2, a3, a4));
    }
    ANSWER(IProfAdmin, RenameProfile) WINAPI RenameProfile(ARGUMENT(IProfAdmin, RenameProfile, 0) a0, ARGUMENT(IProfAdmin, RenameProfile, 1) a1, ARGUMENT(IProfAdmin, RenameProfile, 2) a2, ARGUMENT(IProfAdmin, RenameProfile, 3) a3, ARGUMENT(IProfAdmin, RenameProfile, 4) a4) override {
        arrived("IProfAdmin::RenameProfile");
        content(a0);
        content(a1);
        content(a2);
        number(3, a3);
        number(4, a4);
        return PASS_ON(inner->RenameProfile(a0, a1, a2, a3, a4));
    }
    ANSWER(IProfAdmin, SetDefaultProfile) WINAPI SetDefaultProfile(ARGUMENT(IProfAdmin, SetDefaultProfile, 0) a0, ARGUMENT(IProfAdmin, SetDefaultProfile, 1) a1) override {
        arrived("IProfAdmin::SetDefaultProfile");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->SetDefaultProfile(a0, a1));
    }
    ANSWER(IProfAdmin, AdminServices) WINAPI AdminServices(ARGUMENT(IProfAdmin, AdminServices, 0) a0, ARGUMENT(IProfAdmin, AdminServices, 1) a1, ARGUMENT(IProfAdmin, AdminServices, 2) a2, ARGUMENT(IProfAdmin, AdminServices, 3) a3, ARGUMENT(IProfAdmin, AdminServices, 4) a4) override {
        arrived("IProfAdmin::AdminServices");
        content(a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->AdminServices(a0, a1, a2, a3, a4));
    }
};

struct Relay_IProfSect final : Relay<Relay_IProfSect, IProfSect> {
    using Relay::Relay;
    ANSWER(IProfSect, GetLastError) WINAPI GetLastError(ARGUMENT(IProfSect, GetLastError, 0) a0, ARGUMENT(IProfSect, GetLastError, 1) a1, ARGUMENT(IProfSect, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IProfSect, SaveChanges) WINAPI SaveChanges(ARGUMENT(IProfSect, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IProfSect, GetProps) WINAPI GetProps(ARGUMENT(IProfSect, GetProps, 0) a0, ARGUMENT(IProfSect, GetProps, 1) a1, ARGUMENT(IProfSect, GetProps, 2) a2, ARGUMENT(IProfSect, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IProfSect, GetPropList) WINAPI GetPropList(ARGUMENT(IProfSect, GetPropList, 0) a0, ARGUMENT(IProfSect, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IProfSect, OpenProperty) WINAPI OpenProperty(ARGUMENT(IProfSect, OpenProperty, 0) a0, ARGUMENT(IProfSect, OpenProperty, 1) a1, ARGUMENT(IProfSect, OpenProperty, 2) a2, ARGUMENT(IProfSect, OpenProperty, 3) a3, ARGUMENT(IProfSect, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IProfSect, SetProps) WINAPI SetProps(ARGUMENT(IProfSect, SetProps, 0) a0, ARGUMENT(IProfSect, SetProps, 1) a1, ARGUMENT(IProfSect, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IProfSect, DeleteProps) WINAPI DeleteProps(ARGUMENT(IProfSect, DeleteProps, 0) a0, ARGUMENT(IProfSect, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IProfSect, CopyTo) WINAPI CopyTo(ARGUMENT(IProfSect, CopyTo, 0) a0, ARGUMENT(IProfSect, CopyTo, 1) a1, ARGUMENT(IProfSect, CopyTo, 2) a2, ARGUMENT(IProfSect, CopyTo, 3) a3, ARGUMENT(IProfSect, CopyTo, 4) a4, ARGUMENT(IProfSect, CopyTo, 5) a5, ARGUMENT(IProfSect, CopyTo, 6) a6, ARGUMENT(IProfSect, CopyTo, 7) a7, ARGUMENT(IProfSect, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IProfSect, CopyProps) WINAPI CopyProps(ARGUMENT(IProfSect, CopyProps, 0) a0, ARGUMENT(IProfSect, CopyProps, 1) a1, ARGUMENT(IProfSect, CopyProps, 2) a2, ARGUMENT(IProfSect, CopyProps, 3) a3, ARGUMENT(IProfSect, CopyProps, 4) a4, ARGUMENT(IProfSect, CopyProps, 5) a5, ARGUMENT(IProfSect, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IProfSect, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IProfSect, GetNamesFromIDs, 0) a0, ARGUMENT(IProfSect, GetNamesFromIDs, 1) a1, ARGUMENT(IProfSect, GetNamesFromIDs, 2) a2, ARGUMENT(IProfSect, GetNamesFromIDs, 3) a3, ARGUMENT(IProfSect, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IProfSect, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IProfSect, GetIDsFromNames, 0) a0, ARGUMENT(IProfSect, GetIDsFromNames, 1) a1, ARGUMENT(IProfSect, GetIDsFromNames, 2) a2, ARGUMENT(IProfSect, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
};

struct Relay_IPropData final : Relay<Relay_IPropData, IPropData> {
    using Relay::Relay;
    ANSWER(IPropData, GetLastError) WINAPI GetLastError(ARGUMENT(IPropData, GetLastError, 0) a0, ARGUMENT(IPropData, GetLastError, 1) a1, ARGUMENT(IPropData, GetLastError, 2) a2) override {
        arrived("IMAPIProp::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IPropData, SaveChanges) WINAPI SaveChanges(ARGUMENT(IPropData, SaveChanges, 0) a0) override {
        arrived("IMAPIProp::SaveChanges");
        number(0, a0);
        return PASS_ON(inner->SaveChanges(a0));
    }
    ANSWER(IPropData, GetProps) WINAPI GetProps(ARGUMENT(IPropData, GetProps, 0) a0, ARGUMENT(IPropData, GetProps, 1) a1, ARGUMENT(IPropData, GetProps, 2) a2, ARGUMENT(IPropData, GetProps, 3) a3) override {
        arrived("IMAPIProp::GetProps");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->GetProps(a0, a1, a2, a3));
    }
    ANSWER(IPropData, GetPropList) WINAPI GetPropList(ARGUMENT(IPropData, GetPropList, 0) a0, ARGUMENT(IPropData, GetPropList, 1) a1) override {
        arrived("IMAPIProp::GetPropList");
        number(0, a0);
        return PASS_ON(inner->GetPropList(a0, a1));
    }
    ANSWER(IPropData, OpenProperty) WINAPI OpenProperty(ARGUMENT(IPropData, OpenProperty, 0) a0, ARGUMENT(IPropData, OpenProperty, 1) a1, ARGUMENT(IPropData, OpenProperty, 2) a2, ARGUMENT(IPropData, OpenProperty, 3) a3, ARGUMENT(IPropData, OpenProperty, 4) a4) override {
        arrived("IMAPIProp::OpenProperty");
        number(0, a0);
        content(a1);
        number(2, a2);
        number(3, a3);
        return PASS_ON(inner->OpenProperty(a0, a1, a2, a3, a4));
    }
    ANSWER(IPropData, SetProps) WINAPI SetProps(ARGUMENT(IPropData, SetProps, 0) a0, ARGUMENT(IPropData, SetProps, 1) a1, ARGUMENT(IPropData, SetProps, 2) a2) override {
        arrived("IMAPIProp::SetProps");
        return PASS_ON(inner->SetProps(a0, a1, a2));
    }
    ANSWER(IPropData, DeleteProps) WINAPI DeleteProps(ARGUMENT(IPropData, DeleteProps, 0) a0, ARGUMENT(IPropData, DeleteProps, 1) a1) override {
        arrived("IMAPIProp::DeleteProps");
        content(a0);
        return PASS_ON(inner->DeleteProps(a0, a1));
    }
    ANSWER(IPropData, CopyTo) WINAPI CopyTo(ARGUMENT(IPropData, CopyTo, 0) a0, ARGUMENT(IPropData, CopyTo, 1) a1, ARGUMENT(IPropData, CopyTo, 2) a2, ARGUMENT(IPropData, CopyTo, 3) a3, ARGUMENT(IPropData, CopyTo, 4) a4, ARGUMENT(IPropData, CopyTo, 5) a5, ARGUMENT(IPropData, CopyTo, 6) a6, ARGUMENT(IPropData, CopyTo, 7) a7, ARGUMENT(IPropData, CopyTo, 8) a8) override {
        arrived("IMAPIProp::CopyTo");
        content(a2);
        number(3, a3);
        content(a4);
        content(a5);
        content(a6);
        number(7, a7);
        return PASS_ON(inner->CopyTo(a0, a1, a2, a3, a4, a5, a6, a7, a8));
    }
    ANSWER(IPropData, CopyProps) WINAPI CopyProps(ARGUMENT(IPropData, CopyProps, 0) a0, ARGUMENT(IPropData, CopyProps, 1) a1, ARGUMENT(IPropData, CopyProps, 2) a2, ARGUMENT(IPropData, CopyProps, 3) a3, ARGUMENT(IPropData, CopyProps, 4) a4, ARGUMENT(IPropData, CopyProps, 5) a5, ARGUMENT(IPropData, CopyProps, 6) a6) override {
        arrived("IMAPIProp::CopyProps");
        content(a0);
        number(1, a1);
        content(a2);
        content(a3);
        content(a4);
        number(5, a5);
        return PASS_ON(inner->CopyProps(a0, a1, a2, a3, a4, a5, a6));
    }
    ANSWER(IPropData, GetNamesFromIDs) WINAPI GetNamesFromIDs(ARGUMENT(IPropData, GetNamesFromIDs, 0) a0, ARGUMENT(IPropData, GetNamesFromIDs, 1) a1, ARGUMENT(IPropData, GetNamesFromIDs, 2) a2, ARGUMENT(IPropData, GetNamesFromIDs, 3) a3, ARGUMENT(IPropData, GetNamesFromIDs, 4) a4) override {
        arrived("IMAPIProp::GetNamesFromIDs");
        content(a1);
        number(2, a2);
        return PASS_ON(inner->GetNamesFromIDs(a0, a1, a2, a3, a4));
    }
    ANSWER(IPropData, GetIDsFromNames) WINAPI GetIDsFromNames(ARGUMENT(IPropData, GetIDsFromNames, 0) a0, ARGUMENT(IPropData, GetIDsFromNames, 1) a1, ARGUMENT(IPropData, GetIDsFromNames, 2) a2, ARGUMENT(IPropData, GetIDsFromNames, 3) a3) override {
        arrived("IMAPIProp::GetIDsFromNames");
        number(2, a2);
        return PASS_ON(inner->GetIDsFromNames(a0, a1, a2, a3));
    }
    ANSWER(IPropData, HrSetObjAccess) WINAPI HrSetObjAccess(ARGUMENT(IPropData, HrSetObjAccess, 0) a0) override {
        arrived("IPropData::HrSetObjAccess");
        number(0, a0);
        return PASS_ON(inner->HrSetObjAccess(a0));
    }
    ANSWER(IPropData, HrSetPropAccess) WINAPI HrSetPropAccess(ARGUMENT(IPropData, HrSetPropAccess, 0) a0, ARGUMENT(IPropData, HrSetPropAccess, 1) a1) override {
        arrived("IPropData::HrSetPropAccess");
        content(a0);
        return PASS_ON(inner->HrSetPropAccess(a0, a1));
    }
    ANSWER(IPropData, HrGetPropAccess) WINAPI HrGetPropAccess(ARGUMENT(IPropData, HrGetPropAccess, 0) a0, ARGUMENT(IPropData, HrGetPropAccess, 1) a1) override {
        arrived("IPropData::HrGetPropAccess");
        return PASS_ON(inner->HrGetPropAccess(a0, a1));
    }
    ANSWER(IPropData, HrAddObjProps) WINAPI HrAddObjProps(ARGUMENT(IPropData, HrAddObjProps, 0) a0, ARGUMENT(IPropData, HrAddObjProps, 1) a1) override {
        arrived("IPropData::HrAddObjProps");
        content(a0);
        return PASS_ON(inner->HrAddObjProps(a0, a1));
    }
};

struct Relay_IProviderAdmin final : Relay<Relay_IProviderAdmin, IProviderAdmin> {
    using Relay::Relay;
    ANSWER(IProviderAdmin, GetLastError) WINAPI GetLastError(ARGUMENT(IProviderAdmin, GetLastError, 0) a0, ARGUMENT(IProviderAdmin, GetLastError, 1) a1, ARGUMENT(IProviderAdmin, GetLastError, 2) a2) override {
        arrived("IProviderAdmin::GetLastError");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->GetLastError(a0, a1, a2));
    }
    ANSWER(IProviderAdmin, GetProviderTable) WINAPI GetProviderTable(ARGUMENT(IProviderAdmin, GetProviderTable, 0) a0, ARGUMENT(IProviderAdmin, GetProviderTable, 1) a1) override {
        arrived("IProviderAdmin::GetProviderTable");
        number(0, a0);
        return PASS_ON(inner->GetProviderTable(a0, a1));
    }
    ANSWER(IProviderAdmin, CreateProvider) WINAPI CreateProvider(ARGUMENT(IProviderAdmin, CreateProvider, 0) a0, ARGUMENT(IProviderAdmin, CreateProvider, 1) a1, ARGUMENT(IProviderAdmin, CreateProvider, 2) a2, ARGUMENT(IProviderAdmin, CreateProvider, 3) a3, ARGUMENT(IProviderAdmin, CreateProvider, 4) a4, ARGUMENT(IProviderAdmin, CreateProvider, 5) a5) override {
        arrived("IProviderAdmin::CreateProvider");
        content(a0);
        number(3, a3);
        number(4, a4);
        return PASS_ON(inner->CreateProvider(a0, a1, a2, a3, a4, a5));
    }
    ANSWER(IProviderAdmin, DeleteProvider) WINAPI DeleteProvider(ARGUMENT(IProviderAdmin, DeleteProvider, 0) a0) override {
        arrived("IProviderAdmin::DeleteProvider");
        return PASS_ON(inner->DeleteProvider(a0));
    }
    ANSWER(IProviderAdmin, OpenProfileSection) WINAPI OpenProfileSection(ARGUMENT(IProviderAdmin, OpenProfileSection, 0) a0, ARGUMENT(IProviderAdmin, OpenProfileSection, 1) a1, ARGUMENT(IProviderAdmin, OpenProfileSection, 2) a2, ARGUMENT(IProviderAdmin, OpenProfileSection, 3) a3) override {
        arrived("IProviderAdmin::OpenProfileSection");
        content(a0);
        content(a1);
        number(2, a2);
        return PASS_ON(inner->OpenProfileSection(a0, a1, a2, a3));
    }
};

struct Relay_ITableData final : Relay<Relay_ITableData, ITableData> {
    using Relay::Relay;
    ANSWER(ITableData, HrGetView) WINAPI HrGetView(ARGUMENT(ITableData, HrGetView, 0) a0, ARGUMENT(ITableData, HrGetView, 1) a1, ARGUMENT(ITableData, HrGetView, 2) a2, ARGUMENT(ITableData, HrGetView, 3) a3) override {
        arrived("ITableData::HrGetView");
        content(a0);
        return PASS_ON(inner->HrGetView(a0, a1, a2, a3));
    }
    ANSWER(ITableData, HrModifyRow) WINAPI HrModifyRow(ARGUMENT(ITableData, HrModifyRow, 0) a0) override {
        arrived("ITableData::HrModifyRow");
        content(a0);
        return PASS_ON(inner->HrModifyRow(a0));
    }
    ANSWER(ITableData, HrDeleteRow) WINAPI HrDeleteRow(ARGUMENT(ITableData, HrDeleteRow, 0) a0) override {
        arrived("ITableData::HrDeleteRow");
        content(a0);
        return PASS_ON(inner->HrDeleteRow(a0));
    }
    ANSWER(ITableData, HrQueryRow) WINAPI HrQueryRow(ARGUMENT(ITableData, HrQueryRow, 0) a0, ARGUMENT(ITableData, HrQueryRow, 1) a1, ARGUMENT(ITableData, HrQueryRow, 2) a2) override {
        arrived("ITableData::HrQueryRow");
        content(a0);
        return PASS_ON(inner->HrQueryRow(a0, a1, a2));
    }
    ANSWER(ITableData, HrEnumRow) WINAPI HrEnumRow(ARGUMENT(ITableData, HrEnumRow, 0) a0, ARGUMENT(ITableData, HrEnumRow, 1) a1) override {
        arrived("ITableData::HrEnumRow");
        number(0, a0);
        return PASS_ON(inner->HrEnumRow(a0, a1));
    }
    ANSWER(ITableData, HrNotify) WINAPI HrNotify(ARGUMENT(ITableData, HrNotify, 0) a0, ARGUMENT(ITableData, HrNotify, 1) a1, ARGUMENT(ITableData, HrNotify, 2) a2) override {
        arrived("ITableData::HrNotify");
        CHECK(!a0);
        return PASS_ON(inner->HrNotify(a0, a1, a2));
    }
    ANSWER(ITableData, HrInsertRow) WINAPI HrInsertRow(ARGUMENT(ITableData, HrInsertRow, 0) a0, ARGUMENT(ITableData, HrInsertRow, 1) a1) override {
        arrived("ITableData::HrInsertRow");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->HrInsertRow(a0, a1));
    }
    ANSWER(ITableData, HrModifyRows) WINAPI HrModifyRows(ARGUMENT(ITableData, HrModifyRows, 0) a0, ARGUMENT(ITableData, HrModifyRows, 1) a1) override {
        arrived("ITableData::HrModifyRows");
        CHECK(!a0);
        content(a1);
        return PASS_ON(inner->HrModifyRows(a0, a1));
    }
    ANSWER(ITableData, HrDeleteRows) WINAPI HrDeleteRows(ARGUMENT(ITableData, HrDeleteRows, 0) a0, ARGUMENT(ITableData, HrDeleteRows, 1) a1, ARGUMENT(ITableData, HrDeleteRows, 2) a2) override {
        arrived("ITableData::HrDeleteRows");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->HrDeleteRows(a0, a1, a2));
    }
};

struct Relay_IXPLogon final : Relay<Relay_IXPLogon, IXPLogon> {
    using Relay::Relay;
    ANSWER(IXPLogon, AddressTypes) WINAPI AddressTypes(ARGUMENT(IXPLogon, AddressTypes, 0) a0, ARGUMENT(IXPLogon, AddressTypes, 1) a1, ARGUMENT(IXPLogon, AddressTypes, 2) a2, ARGUMENT(IXPLogon, AddressTypes, 3) a3, ARGUMENT(IXPLogon, AddressTypes, 4) a4) override {
        arrived("IXPLogon::AddressTypes");
        return PASS_ON(inner->AddressTypes(a0, a1, a2, a3, a4));
    }
    ANSWER(IXPLogon, RegisterOptions) WINAPI RegisterOptions(ARGUMENT(IXPLogon, RegisterOptions, 0) a0, ARGUMENT(IXPLogon, RegisterOptions, 1) a1, ARGUMENT(IXPLogon, RegisterOptions, 2) a2) override {
        arrived("IXPLogon::RegisterOptions");
        return PASS_ON(inner->RegisterOptions(a0, a1, a2));
    }
    ANSWER(IXPLogon, TransportNotify) WINAPI TransportNotify(ARGUMENT(IXPLogon, TransportNotify, 0) a0, ARGUMENT(IXPLogon, TransportNotify, 1) a1) override {
        arrived("IXPLogon::TransportNotify");
        return PASS_ON(inner->TransportNotify(a0, a1));
    }
    ANSWER(IXPLogon, Idle) WINAPI Idle(ARGUMENT(IXPLogon, Idle, 0) a0) override {
        arrived("IXPLogon::Idle");
        CHECK(!a0);
        return PASS_ON(inner->Idle(a0));
    }
    ANSWER(IXPLogon, TransportLogoff) WINAPI TransportLogoff(ARGUMENT(IXPLogon, TransportLogoff, 0) a0) override {
        arrived("IXPLogon::TransportLogoff");
        number(0, a0);
        return PASS_ON(inner->TransportLogoff(a0));
    }
    ANSWER(IXPLogon, SubmitMessage) WINAPI SubmitMessage(ARGUMENT(IXPLogon, SubmitMessage, 0) a0, ARGUMENT(IXPLogon, SubmitMessage, 1) a1, ARGUMENT(IXPLogon, SubmitMessage, 2) a2, ARGUMENT(IXPLogon, SubmitMessage, 3) a3) override {
        arrived("IXPLogon::SubmitMessage");
        number(0, a0);
        content(a1);
        return PASS_ON(inner->SubmitMessage(a0, a1, a2, a3));
    }
    ANSWER(IXPLogon, EndMessage) WINAPI EndMessage(ARGUMENT(IXPLogon, EndMessage, 0) a0, ARGUMENT(IXPLogon, EndMessage, 1) a1) override {
        arrived("IXPLogon::EndMessage");
        number(0, a0);
        return PASS_ON(inner->EndMessage(a0, a1));
    }
    ANSWER(IXPLogon, Poll) WINAPI Poll(ARGUMENT(IXPLogon, Poll, 0) a0) override {
        arrived("IXPLogon::Poll");
        return PASS_ON(inner->Poll(a0));
    }
    ANSWER(IXPLogon, StartMessage) WINAPI StartMessage(ARGUMENT(IXPLogon, StartMessage, 0) a0, ARGUMENT(IXPLogon, StartMessage, 1) a1, ARGUMENT(IXPLogon, StartMessage, 2) a2) override {
        arrived("IXPLogon::StartMessage");
        CHECK(!a0);
        content(a1);
        return PASS_ON(inner->StartMessage(a0, a1, a2));
    }
    ANSWER(IXPLogon, OpenStatusEntry) WINAPI OpenStatusEntry(ARGUMENT(IXPLogon, OpenStatusEntry, 0) a0, ARGUMENT(IXPLogon, OpenStatusEntry, 1) a1, ARGUMENT(IXPLogon, OpenStatusEntry, 2) a2, ARGUMENT(IXPLogon, OpenStatusEntry, 3) a3) override {
        arrived("IXPLogon::OpenStatusEntry");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->OpenStatusEntry(a0, a1, a2, a3));
    }
    ANSWER(IXPLogon, ValidateState) WINAPI ValidateState(ARGUMENT(IXPLogon, ValidateState, 0) a0, ARGUMENT(IXPLogon, ValidateState, 1) a1) override {
        arrived("IXPLogon::ValidateState");
        number(0, a0);
        number(1, a1);
        return PASS_ON(inner->ValidateState(a0, a1));
    }
    ANSWER(IXPLogon, FlushQueues) WINAPI FlushQueues(ARGUMENT(IXPLogon, FlushQueues, 0) a0, ARGUMENT(IXPLogon, FlushQueues, 1) a1, ARGUMENT(IXPLogon, FlushQueues, 2) a2, ARGUMENT(IXPLogon, FlushQueues, 3) a3) override {
        arrived("IXPLogon::FlushQueues");
        number(0, a0);
        CHECK(!a1);
        CHECK(!a2);
        number(3, a3);
        return PASS_ON(inner->FlushQueues(a0, a1, a2, a3));
    }
};

struct Relay_IXPProvider final : Relay<Relay_IXPProvider, IXPProvider> {
    using Relay::Relay;
    ANSWER(IXPProvider, Shutdown) WINAPI Shutdown(ARGUMENT(IXPProvider, Shutdown, 0) a0) override {
        arrived("IXPProvider::Shutdown");
        content(a0);
        return PASS_ON(inner->Shutdown(a0));
    }
    ANSWER(IXPProvider, TransportLogon) WINAPI TransportLogon(ARGUMENT(IXPProvider, TransportLogon, 0) a0, ARGUMENT(IXPProvider, TransportLogon, 1) a1, ARGUMENT(IXPProvider, TransportLogon, 2) a2, ARGUMENT(IXPProvider, TransportLogon, 3) a3, ARGUMENT(IXPProvider, TransportLogon, 4) a4, ARGUMENT(IXPProvider, TransportLogon, 5) a5) override {
        arrived("IXPProvider::TransportLogon");
        content(a0);
        number(1, a1);
        return PASS_ON(inner->TransportLogon(a0, a1, a2, a3, a4, a5));
    }
};

#define RELAYS(each) \
    each(IABContainer) \
    each(IABLogon) \
    each(IABProvider) \
    each(IAddrBook) \
    each(IAttach) \
    each(IDistList) \
    each(IMAPIAdviseSink) \
    each(IMAPIContainer) \
    each(IMAPIFolder) \
    each(IMAPIProgress) \
    each(IMAPIProp) \
    each(IMAPISession) \
    each(IMAPIStatus) \
    each(IMAPISupport) \
    each(IMAPITable) \
    each(IMSLogon) \
    each(IMSProvider) \
    each(IMailUser) \
    each(IMessage) \
    each(IMsgServiceAdmin) \
    each(IMsgStore) \
    each(IProfAdmin) \
    each(IProfSect) \
    each(IPropData) \
    each(IProviderAdmin) \
    each(ITableData) \
    each(IXPLogon) \
    each(IXPProvider)
