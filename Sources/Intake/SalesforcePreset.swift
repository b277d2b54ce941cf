extension Preset {
    /// Salesforce's data export service: a CSV file an object, headers are API names, times are UTC.
    ///
    /// Column sets: the objects' field lists of Salesforce's API. Columns that a company made itself (`…__c`) are mapped
    /// in the config.
    static let salesforce = Preset(
        name: "salesforce", title: "Salesforce data export", idLength: 15, bareTimesAreUTC: true,
        files: [
            FileReading(
                name: "User", patterns: ["user#"], record: .rep, isExpected: true,
                columns: [
                    ("Id", "rep.id"), ("Name", "rep.name"), ("FirstName", "rep.first_name"),
                    ("LastName", "rep.last_name"),
                    ("Department", "rep.team"), ("Email", "rep.email"), ("Phone", "rep.phone"), ("City", "rep.city"),
                    ("Latitude", "rep.latitude"), ("Longitude", "rep.longitude"), ("TimeZoneSidKey", "rep.zone"),
                    ("IsActive", "rep.is_active"),
                ],
                unused: ["Username", "Street", "Country", "Alias", "Title", "UserRoleId", "ProfileId", "ManagerId"]),
            FileReading(
                name: "Account", patterns: ["account#"], record: .customer, isExpected: true,
                columns: [
                    ("Id", "customer.id"), ("IsDeleted", "customer.is_deleted"), ("Name", "customer.name"),
                    ("Type", "customer.type"), ("BillingStreet", "customer.street"), ("BillingCity", "customer.city"),
                    ("BillingState", "customer.region"), ("BillingPostalCode", "customer.postal_code"),
                    ("BillingCountry", "customer.country"), ("BillingLatitude", "customer.latitude"),
                    ("BillingLongitude", "customer.longitude"), ("Phone", "customer.phone"),
                    ("Website", "customer.website"), ("Industry", "customer.industry"),
                    ("AnnualRevenue", "customer.annual_revenue"), ("NumberOfEmployees", "customer.employees"),
                    ("OwnerId", "customer.owner"), ("CreatedDate", "customer.created"),
                    ("CurrencyIsoCode", "customer.currency"),
                ], unused: accountUnused),
            FileReading(
                name: "Contact", patterns: ["contact#"], record: .contact, isExpected: true,
                columns: [
                    ("Id", "contact.id"), ("IsDeleted", "contact.is_deleted"), ("AccountId", "contact.customer"),
                    ("Name", "contact.name"), ("FirstName", "contact.first_name"), ("LastName", "contact.last_name"),
                    ("Title", "contact.title"), ("Email", "contact.email"), ("Phone", "contact.phone"),
                ], unused: ["Salutation", "MobilePhone", "Department", "OwnerId", "LeadSource"] + bookkeeping()),
            FileReading(
                name: "Lead", patterns: ["lead#"], record: .lead, isExpected: true,
                columns: [
                    ("Id", "lead.id"), ("IsDeleted", "lead.is_deleted"), ("Name", "lead.name"),
                    ("FirstName", "lead.first_name"), ("LastName", "lead.last_name"), ("Title", "lead.title"),
                    ("Company", "lead.company"), ("Status", "lead.status"), ("LeadSource", "lead.lead_source"),
                    ("NumberOfEmployees", "lead.employees"), ("OwnerId", "lead.owner"), ("CreatedDate", "lead.created"),
                ],
                unused: ["Rating", "Industry", "IsConverted", "ConvertedDate", "Email", "Phone"]
                    + bookkeeping(besides: ["CreatedDate"])),
            FileReading(
                name: "Opportunity", patterns: ["opportunity#"], record: .opportunity, isExpected: true,
                columns: [
                    ("Id", "opportunity.id"), ("IsDeleted", "opportunity.is_deleted"),
                    ("AccountId", "opportunity.customer"),
                    ("Name", "opportunity.name"), ("StageName", "opportunity.stage"), ("Amount", "opportunity.amount"),
                    ("CurrencyIsoCode", "opportunity.currency"), ("CloseDate", "opportunity.close_day"),
                    ("Type", "opportunity.type"), ("LeadSource", "opportunity.lead_source"),
                    ("OwnerId", "opportunity.owner"), ("CreatedDate", "opportunity.created"),
                    ("LastStageChangeDate", "opportunity.touched"), ("IsClosed", "opportunity.is_closed"),
                    ("IsWon", "opportunity.is_won"),
                ],
                unused: [
                    "Probability", "ForecastCategory", "ForecastCategoryName", "ExpectedRevenue",
                    "NextStep", "CampaignId", "PushCount", "Fiscal", "FiscalYear", "FiscalQuarter", "Description",
                ] + bookkeeping(besides: ["CreatedDate"])),
            FileReading(
                name: "OpportunityHistory", patterns: ["opportunityhistory#"], record: .opportunityChange,
                isExpected: true,
                columns: [
                    ("Id", "opportunity_change.id"), ("IsDeleted", "opportunity_change.is_deleted"),
                    ("OpportunityId", "opportunity_change.opportunity"), ("StageName", "opportunity_change.stage"),
                    ("Amount", "opportunity_change.amount"), ("CurrencyIsoCode", "opportunity_change.currency"),
                    ("CloseDate", "opportunity_change.close_day"), ("CreatedDate", "opportunity_change.at"),
                ], unused: ["Probability", "ExpectedRevenue", "ForecastCategory", "CreatedById", "SystemModstamp"]),
            FileReading(
                name: "Event", patterns: ["event#"], record: .activity, isExpected: true,
                columns: [
                    ("Id", "activity.id"), ("IsDeleted", "activity.is_deleted"), ("AccountId", "activity.customer"),
                    ("WhatId", "activity.regarding"), ("WhoId", "activity.contact"), ("OwnerId", "activity.rep"),
                    ("Subject", "activity.subject"), ("Type", "activity.category"), ("StartDateTime", "activity.start"),
                    ("EndDateTime", "activity.end"), ("DurationInMinutes", "activity.minutes"),
                    ("Description", "activity.notes"), ("IsAllDayEvent", "activity.is_all_day"),
                    ("ActivityDate", "activity.day"),
                ], unused: ["Location", "ActivityDateTime", "ShowAs"] + bookkeeping()),
            FileReading(
                name: "Task", patterns: ["task#"], record: .followUp, isExpected: true,
                columns: [
                    ("Id", "follow_up.id"), ("IsDeleted", "follow_up.is_deleted"), ("AccountId", "follow_up.customer"),
                    ("WhatId", "follow_up.regarding"), ("OwnerId", "follow_up.rep"), ("Subject", "follow_up.subject"),
                    ("ActivityDate", "follow_up.due"), ("Status", "follow_up.status"),
                    ("Priority", "follow_up.priority"),
                    ("Type", "follow_up.category"), ("IsClosed", "follow_up.is_done"),
                    ("CreatedDate", "follow_up.created"), ("CompletedDateTime", "follow_up.completed"),
                ],
                unused: ["WhoId", "Description", "IsHighPriority"]
                    + bookkeeping(besides: ["CreatedDate"])),
            FileReading(
                name: "Case", patterns: ["case#"], record: .serviceCase, isExpected: true,
                columns: [
                    ("Id", "service_case.id"), ("IsDeleted", "service_case.is_deleted"),
                    ("AccountId", "service_case.customer"), ("Subject", "service_case.subject"),
                    ("Status", "service_case.status"), ("CreatedDate", "service_case.opened"),
                    ("ClosedDate", "service_case.closed"), ("IsClosed", "service_case.is_closed"),
                    ("LastModifiedDate", "service_case.touched"),
                ],
                unused: ["CaseNumber", "ContactId", "Priority", "Origin", "OwnerId", "Description", "Reason"]
                    + bookkeeping(besides: ["CreatedDate", "LastModifiedDate"])),
            FileReading(
                name: "Order", patterns: ["order#"], record: .order, isExpected: true,
                columns: [
                    ("Id", "order.id"), ("IsDeleted", "order.is_deleted"), ("AccountId", "order.customer"),
                    ("EffectiveDate", "order.day"), ("TotalAmount", "order.amount"),
                    ("CurrencyIsoCode", "order.currency"), ("Status", "order.status"),
                ], unused: ["OrderNumber", "OwnerId"] + bookkeeping()),
            FileReading(
                name: "Campaign", patterns: ["campaign#"], record: .campaign, isExpected: true,
                columns: [
                    ("Id", "campaign.id"), ("IsDeleted", "campaign.is_deleted"), ("Name", "campaign.name"),
                    ("Type", "campaign.type"), ("Status", "campaign.status"), ("StartDate", "campaign.start"),
                    ("EndDate", "campaign.end"), ("ActualCost", "campaign.cost"),
                    ("CurrencyIsoCode", "campaign.currency"),
                ], unused: ["IsActive", "BudgetedCost", "OwnerId", "Description"] + bookkeeping()),
            FileReading(
                name: "CampaignMember", patterns: ["campaignmember#"], record: .campaignMember, isExpected: true,
                columns: [
                    ("Id", "campaign_member.id"), ("IsDeleted", "campaign_member.is_deleted"),
                    ("CampaignId", "campaign_member.campaign"), ("ContactId", "campaign_member.contact"),
                    ("LeadId", "campaign_member.lead"), ("Status", "campaign_member.status"),
                    ("HasResponded", "campaign_member.has_responded"),
                ], unused: ["FirstRespondedDate"] + bookkeeping()),
        ],
        words: [
            "customer.priority": ["high": "high", "medium": "medium", "low": "low"],
            "lead.status": [
                "open - not contacted": "new", "working - contacted": "working", "closed - converted": "converted",
                "closed - not converted": "closed",
            ],
            "activity.category": [
                "visit": "visit", "call": "call", "email": "email", "meeting": "meeting", "other": "meeting",
            ],
            "activity.state": [
                "planned": "planned", "not started": "planned", "done": "done", "completed": "done",
                "cancelled": "cancelled", "canceled": "cancelled",
            ],
            "service_case.status": ["closed": "closed"],
            "follow_up.category": ["call": "call", "email": "email", "task": "note", "other": "note"],
            "follow_up.priority": ["high": "high", "normal": "medium", "low": "low"],
            "follow_up.status": [
                "not started": "open", "in progress": "open", "waiting on someone else": "open", "deferred": "open",
                "completed": "done",
            ],
        ])

    /// Columns that every object has and no page needs.
    private static func bookkeeping(besides mapped: Set<String> = []) -> [String] {
        [
            "MasterRecordId", "CreatedById", "CreatedDate", "LastModifiedDate", "LastModifiedById", "SystemModstamp",
            "LastActivityDate", "LastViewedDate", "LastReferencedDate", "RecordTypeId",
        ].filter { !mapped.contains($0) }
    }

    private static let accountUnused =
        [
            "ParentId", "BillingGeocodeAccuracy", "BillingAddress", "ShippingStreet", "ShippingCity", "ShippingState",
            "ShippingPostalCode", "ShippingCountry", "ShippingLatitude", "ShippingLongitude", "Fax", "AccountNumber",
            "Rating", "Ownership", "Description", "Site", "AccountSource",
        ] + bookkeeping(besides: ["CreatedDate"])
}
