/** What the platform calls an object, its fields and its values in another language. */
export interface ObjectTexts {
  readonly label: string;
  readonly plural: string;
  /** By the field's name, or by a path that lists show. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const address = (kind: string, adjective: string): Record<string, string> => ({
  [`${kind}Street`]: `Ulica${adjective}`,
  [`${kind}City`]: `Miasto${adjective}`,
  [`${kind}State`]: `Stan/prowincja${adjective}`,
  [`${kind}PostalCode`]: `Kod pocztowy${adjective}`,
  [`${kind}Country`]: `Kraj${adjective}`,
  [`${kind}Address`]: `Adres${adjective}`
});

const contactSources = {
  Web: 'Internet',
  'Phone Inquiry': 'Zapytanie telefoniczne',
  'Partner Referral': 'Polecenie partnera',
  'Purchased List': 'Zakupiona lista',
  Other: 'Inne'
};

/** Fields that the platform itself gives every object, custom ones too. */
export const polishCommon: Readonly<Record<string, string>> = {
  Id: 'ID rekordu',
  IsDeleted: 'Usunięte',
  OwnerId: 'Właściciel',
  'Owner.Alias': 'Alias właściciela',
  RecordTypeId: 'Typ rekordu',
  CreatedDate: 'Data utworzenia',
  CreatedById: 'Utworzone przez',
  'CreatedBy.Alias': 'Utworzone przez (alias)',
  LastModifiedDate: 'Data ostatniej modyfikacji',
  LastModifiedById: 'Ostatnio zmodyfikowane przez',
  'LastModifiedBy.Alias': 'Ostatnio zmodyfikowane przez (alias)',
  LastActivityDate: 'Ostatnia aktywność',
  LastViewedDate: 'Data ostatniego wyświetlenia',
  LastReferencedDate: 'Data ostatniego odwołania'
};

/** The sections of a page that nobody made a layout for. */
export const polishSections: Readonly<Record<string, string>> = {
  Information: 'Informacje',
  'System Information': 'Informacje o systemie'
};

/** The Polish texts of the standard objects that people work with. */
export const polishObjects: Readonly<Record<string, ObjectTexts>> = {
  Case: {
    label: 'Sprawa',
    plural: 'Sprawy',
    fields: {
      CaseNumber: 'Numer sprawy',
      ContactId: 'Nazwa kontaktu',
      AccountId: 'Nazwa konta',
      ParentId: 'Sprawa nadrzędna',
      BusinessHoursId: 'Godziny pracy',
      SourceId: 'Źródło',
      SuppliedName: 'Nazwisko z Internetu',
      SuppliedEmail: 'E-mail z Internetu',
      SuppliedPhone: 'Telefon z Internetu',
      SuppliedCompany: 'Firma z Internetu',
      Type: 'Typ',
      Status: 'Status',
      Reason: 'Przyczyna sprawy',
      Origin: 'Pochodzenie sprawy',
      Language: 'Język',
      Subject: 'Temat',
      Priority: 'Priorytet',
      Description: 'Opis',
      IsClosed: 'Zamknięta',
      IsClosedOnCreate: 'Zamknięta przy utworzeniu',
      CreatedDate: 'Data/godzina otwarcia',
      ClosedDate: 'Data/godzina zamknięcia',
      IsEscalated: 'Eskalowana',
      OwnerId: 'Właściciel sprawy',
      ContactPhone: 'Telefon kontaktu',
      ContactMobile: 'Telefon komórkowy kontaktu',
      ContactEmail: 'E-mail kontaktu',
      ContactFax: 'Faks kontaktu',
      Comments: 'Komentarze wewnętrzne'
    },
    values: {
      Type: { Question: 'Pytanie', Problem: 'Problem', 'Feature Request': 'Prośba o funkcję' },
      Status: { New: 'Nowa', Working: 'W toku', Escalated: 'Eskalowana', 'On Hold': 'Wstrzymana', Closed: 'Zamknięta' },
      Reason: {
        "User didn't attend training": 'Użytkownik nie uczestniczył w szkoleniu',
        'Complex functionality': 'Złożona funkcja',
        'Existing problem': 'Istniejący problem',
        'Instructions not clear': 'Niejasne instrukcje',
        'New problem': 'Nowy problem'
      },
      Origin: { Phone: 'Telefon', Email: 'E-mail', Web: 'Internet' },
      Priority: { High: 'Wysoki', Medium: 'Średni', Low: 'Niski' }
    }
  },
  CaseComment: {
    label: 'Komentarz do sprawy',
    plural: 'Komentarze do sprawy',
    fields: { ParentId: 'Sprawa', IsPublished: 'Opublikowany', CommentBody: 'Treść' }
  },
  Account: {
    label: 'Konto',
    plural: 'Konta',
    fields: {
      Name: 'Nazwa konta',
      Type: 'Typ',
      ParentId: 'Konto nadrzędne',
      ...address('Billing', ' do faktury'),
      ...address('Shipping', ' dostawy'),
      Phone: 'Telefon',
      Fax: 'Faks',
      AccountNumber: 'Numer konta',
      Website: 'Witryna internetowa',
      Sic: 'Kod SIC',
      SicDesc: 'Opis SIC',
      Industry: 'Branża',
      AnnualRevenue: 'Roczny przychód',
      NumberOfEmployees: 'Liczba pracowników',
      Ownership: 'Forma własności',
      TickerSymbol: 'Symbol giełdowy',
      Description: 'Opis konta',
      Rating: 'Ocena konta',
      Site: 'Lokalizacja konta',
      OwnerId: 'Właściciel konta',
      AccountSource: 'Źródło konta'
    },
    values: {
      Type: {
        Prospect: 'Potencjalny klient',
        'Customer - Direct': 'Klient — bezpośredni',
        'Customer - Channel': 'Klient — przez partnera',
        'Channel Partner / Reseller': 'Partner handlowy / odsprzedawca',
        'Installation Partner': 'Partner instalacyjny',
        'Technology Partner': 'Partner technologiczny',
        Other: 'Inne'
      },
      Ownership: { Public: 'Publiczna', Private: 'Prywatna', Subsidiary: 'Spółka zależna', Other: 'Inna' },
      Rating: { Hot: 'Gorąca', Warm: 'Ciepła', Cold: 'Zimna' },
      AccountSource: contactSources
    }
  },
  Contact: {
    label: 'Kontakt',
    plural: 'Kontakty',
    fields: {
      AccountId: 'Nazwa konta',
      LastName: 'Nazwisko',
      FirstName: 'Imię',
      Salutation: 'Zwrot grzecznościowy',
      Name: 'Imię i nazwisko',
      ...address('Other', ' (inny adres)'),
      ...address('Mailing', ' (adres korespondencyjny)'),
      Phone: 'Telefon',
      Fax: 'Faks',
      MobilePhone: 'Telefon komórkowy',
      HomePhone: 'Telefon domowy',
      OtherPhone: 'Inny telefon',
      AssistantPhone: 'Telefon asystenta',
      ReportsToId: 'Podlega',
      Email: 'E-mail',
      Title: 'Stanowisko',
      Department: 'Dział',
      AssistantName: 'Imię i nazwisko asystenta',
      LeadSource: 'Źródło kontaktu',
      Birthdate: 'Data urodzenia',
      Description: 'Opis kontaktu',
      OwnerId: 'Właściciel kontaktu',
      HasOptedOutOfEmail: 'Rezygnacja z e-maili',
      HasOptedOutOfFax: 'Rezygnacja z faksów',
      DoNotCall: 'Nie dzwonić',
      EmailBouncedReason: 'Przyczyna zwrotu e-maila',
      EmailBouncedDate: 'Data zwrotu e-maila',
      IsEmailBounced: 'E-mail zwrócony'
    },
    values: {
      Salutation: { 'Mr.': 'Pan', 'Ms.': 'Pani', 'Mrs.': 'Pani', 'Dr.': 'Dr', 'Prof.': 'Prof.' },
      LeadSource: contactSources
    }
  },
  Task: {
    label: 'Zadanie',
    plural: 'Zadania',
    fields: {
      WhoId: 'Nazwa',
      WhatId: 'Powiązane z',
      Subject: 'Temat',
      ActivityDate: 'Termin',
      Status: 'Status',
      Priority: 'Priorytet',
      IsHighPriority: 'Wysoki priorytet',
      OwnerId: 'Przypisane do',
      'Owner.Alias': 'Przypisane do (alias)',
      Description: 'Komentarze',
      Type: 'Typ',
      AccountId: 'Konto',
      IsClosed: 'Zamknięte',
      IsArchived: 'Zarchiwizowane',
      CallDurationInSeconds: 'Czas trwania rozmowy',
      CallType: 'Typ rozmowy',
      CallDisposition: 'Wynik rozmowy',
      ReminderDateTime: 'Data/godzina przypomnienia',
      IsReminderSet: 'Przypomnienie ustawione',
      TaskSubtype: 'Podtyp zadania',
      CompletedDateTime: 'Data/godzina ukończenia'
    },
    values: {
      Status: {
        'Not Started': 'Nierozpoczęte',
        'In Progress': 'W toku',
        Completed: 'Ukończone',
        'Waiting on someone else': 'Oczekiwanie na inną osobę',
        Deferred: 'Odroczone'
      },
      Priority: { High: 'Wysoki', Normal: 'Normalny', Low: 'Niski' },
      Type: { Call: 'Rozmowa', Email: 'E-mail', Meeting: 'Spotkanie', Other: 'Inne' },
      CallType: { Internal: 'Wewnętrzna', Inbound: 'Przychodząca', Outbound: 'Wychodząca' }
    }
  },
  EmailMessage: {
    label: 'Wiadomość e-mail',
    plural: 'Wiadomości e-mail',
    fields: {
      ParentId: 'Sprawa',
      ActivityId: 'Działanie',
      TextBody: 'Treść tekstowa',
      HtmlBody: 'Treść HTML',
      Headers: 'Nagłówki',
      Subject: 'Temat',
      Name: 'Nazwa wiadomości e-mail',
      FromName: 'Nazwa nadawcy',
      FromAddress: 'Adres nadawcy',
      ToAddress: 'Adres odbiorcy',
      CcAddress: 'Adres DW',
      BccAddress: 'Adres UDW',
      Incoming: 'Przychodząca',
      HasAttachment: 'Z załącznikiem',
      Status: 'Status',
      MessageDate: 'Data wiadomości',
      RelatedToId: 'Powiązane z',
      IsExternallyVisible: 'Widoczna na zewnątrz'
    },
    values: {
      Status: {
        '0': 'Nowa',
        '1': 'Przeczytana',
        '2': 'Z odpowiedzią',
        '3': 'Wysłana',
        '4': 'Przekazana dalej',
        '5': 'Wersja robocza'
      }
    }
  },
  User: {
    label: 'Użytkownik',
    plural: 'Użytkownicy',
    fields: {
      Username: 'Nazwa użytkownika',
      LastName: 'Nazwisko',
      FirstName: 'Imię',
      Name: 'Imię i nazwisko',
      CompanyName: 'Nazwa firmy',
      Division: 'Oddział',
      Department: 'Dział',
      Title: 'Stanowisko',
      ...address('', ''),
      Email: 'E-mail',
      Phone: 'Telefon',
      Fax: 'Faks',
      MobilePhone: 'Telefon komórkowy',
      Extension: 'Numer wewnętrzny',
      Alias: 'Alias',
      CommunityNickname: 'Pseudonim',
      IsActive: 'Aktywny',
      TimeZoneSidKey: 'Strefa czasowa',
      UserRoleId: 'Rola',
      LocaleSidKey: 'Ustawienia regionalne',
      EmailEncodingKey: 'Kodowanie e-maili',
      ProfileId: 'Profil',
      UserType: 'Typ użytkownika',
      LanguageLocaleKey: 'Język',
      EmployeeNumber: 'Numer pracownika',
      ManagerId: 'Przełożony',
      LastLoginDate: 'Ostatnie logowanie',
      AboutMe: 'O mnie'
    }
  },
  Event: { label: 'Zdarzenie', plural: 'Zdarzenia' },
  Order: {
    label: 'Zamówienie',
    plural: 'Zamówienia',
    fields: {
      OrderNumber: 'Numer zamówienia',
      Name: 'Nazwa zamówienia',
      Status: 'Status',
      EffectiveDate: 'Data rozpoczęcia zamówienia',
      EndDate: 'Data zakończenia zamówienia',
      AccountId: 'Konto',
      OwnerId: 'Właściciel zamówienia',
      TotalAmount: 'Kwota zamówienia',
      Description: 'Opis',
      Type: 'Typ zamówienia'
    },
    values: { Status: { Draft: 'Wersja robocza', Activated: 'Aktywowane' } }
  },
  Asset: {
    label: 'Środek trwały',
    plural: 'Środki trwałe',
    fields: {
      Name: 'Nazwa środka trwałego',
      AccountId: 'Konto',
      ContactId: 'Kontakt',
      Product2Id: 'Produkt',
      ProductCode: 'Kod produktu',
      SerialNumber: 'Numer seryjny',
      PurchaseDate: 'Data zakupu',
      InstallDate: 'Data instalacji',
      ManufactureDate: 'Data produkcji',
      UsageEndDate: 'Data zakończenia użytkowania',
      Status: 'Status',
      Price: 'Cena',
      Quantity: 'Ilość',
      Description: 'Opis',
      OwnerId: 'Właściciel środka trwałego'
    },
    values: {
      Status: {
        Purchased: 'Zakupiony',
        Shipped: 'Wysłany',
        Installed: 'Zainstalowany',
        Registered: 'Zarejestrowany',
        Obsolete: 'Przestarzały'
      }
    }
  },
  Product2: { label: 'Produkt', plural: 'Produkty' }
};

/** The Polish labels of the platform's own apps. */
export const polishApps: Readonly<Record<string, string>> = { standard__LightningService: 'Konsola serwisowa' };
