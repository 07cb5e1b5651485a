"""Payments by region, subscriptions, taxes, accounts, shipping, shops and markets; `payments` has the large providers. Literal tables only."""

LIBRARIES = (
    {
        "name": "taxjar",
        "roots": ("taxjar",),
        "source": "https://developers.taxjar.com/api/reference/?python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "taxjar.Client": {
                "methods": {
                    "sdk": """categories rates_for_location tax_for_order list_orders show_order create_order
                        update_order delete_order list_refunds show_refund create_refund update_refund delete_refund
                        list_customers show_customer create_customer update_customer delete_customer nexus_regions
                        validate_address validate summary_rates""",
                },
                "pure": "set_api_config get_api_config",
            },
        },
        "aliases": {"taxjar.client.Client": "taxjar.Client"},
    },
    {
        "name": "chargebee",
        "roots": ("chargebee",),
        "source": "https://apidocs.chargebee.com/docs/api?lang=python",
        "older": """chargebee.Customer.create chargebee.Customer.retrieve chargebee.Customer.list
            chargebee.Customer.update chargebee.Subscription.create_with_items chargebee.Subscription.retrieve
            chargebee.Subscription.list chargebee.Subscription.cancel chargebee.Invoice.retrieve
            chargebee.Invoice.list chargebee.HostedPage.checkout_new chargebee.HostedPage.retrieve
            chargebee.PortalSession.create""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """chargebee.Customer.create chargebee.Customer.retrieve chargebee.Customer.list
                chargebee.Customer.update chargebee.Subscription.create_with_items chargebee.Subscription.retrieve
                chargebee.Subscription.list chargebee.Subscription.cancel chargebee.Invoice.retrieve
                chargebee.Invoice.list chargebee.HostedPage.checkout_new chargebee.HostedPage.retrieve
                chargebee.PortalSession.create""",
        },
        "classes": {
            "chargebee.Chargebee": {
                "methods": {
                    "sdk": """Customer.create Customer.retrieve Customer.list Customer.update Customer.delete
                        Subscription.create_with_items Subscription.retrieve Subscription.list
                        Subscription.cancel_for_items Subscription.update_for_items Invoice.retrieve Invoice.list
                        Invoice.pdf HostedPage.checkout_new_for_items HostedPage.retrieve PortalSession.create
                        PaymentSource.list Event.list""",
                },
            },
        },
    },
    {
        "name": "recurly",
        "roots": ("recurly",),
        "source": "https://recurly.com/developers/api/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "recurly.Client": {
                "methods": {
                    "sdk": """get_account create_account update_account deactivate_account get_billing_info
                        update_billing_info create_subscription get_subscription cancel_subscription
                        reactivate_subscription terminate_subscription create_purchase preview_purchase
                        create_invoice get_invoice refund_invoice get_plan create_plan get_transaction""",
                },
                "pure": "api_version",
            },
        },
    },
    {
        "name": "mercadopago",
        "roots": ("mercadopago",),
        "source": "https://www.mercadopago.com/developers/en/docs/sdks-library/server-side",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mercadopago.SDK": {
                "returns": {
                    "payment": "mercadopago.resources.payment.Payment",
                    "preference": "mercadopago.resources.preference.Preference",
                    "customer": "mercadopago.resources.customer.Customer",
                    "refund": "mercadopago.resources.refund.Refund",
                    "preapproval": "mercadopago.resources.preapproval.PreApproval",
                    "card": "mercadopago.resources.card.Card",
                    "merchant_order": "mercadopago.resources.merchant_order.MerchantOrder",
                },
            },
            "mercadopago.resources.payment.Payment": {
                "methods": {"sdk": "search get create update"},
            },
            "mercadopago.resources.preference.Preference": {
                "methods": {"sdk": "search get create update"},
            },
            "mercadopago.resources.customer.Customer": {
                "methods": {"sdk": "search get create update delete"},
            },
            "mercadopago.resources.refund.Refund": {
                "methods": {"sdk": "list_all get create"},
            },
            "mercadopago.resources.preapproval.PreApproval": {
                "methods": {"sdk": "search get create update"},
            },
            "mercadopago.resources.card.Card": {
                "methods": {"sdk": "list_all get create update delete"},
            },
            "mercadopago.resources.merchant_order.MerchantOrder": {
                "methods": {"sdk": "search get create update"},
            },
        },
        "aliases": {"mercadopago.sdk.SDK": "mercadopago.SDK"},
    },
    {
        "name": "midtransclient",
        "roots": ("midtransclient",),
        "source": "https://github.com/Midtrans/midtrans-python-client",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "midtransclient.Snap": {
                "methods": {
                    "sdk": """create_transaction create_transaction_token create_transaction_redirect_url
                        transactions.status transactions.cancel transactions.notification transactions.refund""",
                },
            },
            "midtransclient.CoreApi": {
                "methods": {
                    "sdk": """charge capture card_register card_token create_subscription get_subscription
                        transactions.status transactions.approve transactions.cancel transactions.refund
                        transactions.notification""",
                },
            },
        },
    },
    {
        "name": "omise",
        "roots": ("omise",),
        "source": "https://docs.omise.co/libraries",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """omise.Charge.create omise.Charge.retrieve omise.Charge.list omise.Customer.create
                omise.Customer.retrieve omise.Source.create omise.Token.retrieve omise.Refund.list
                omise.Transfer.create omise.Account.retrieve omise.Balance.retrieve omise.Event.retrieve""",
        },
        "returns": {
            "omise.Charge.create": "omise.Charge",
            "omise.Charge.retrieve": "omise.Charge",
            "omise.Customer.create": "omise.Customer",
            "omise.Customer.retrieve": "omise.Customer",
        },
        "classes": {
            "omise.Charge": {
                "methods": {"sdk": "reload update capture reverse refund"},
            },
            "omise.Customer": {
                "methods": {"sdk": "reload update destroy list_cards"},
            },
        },
    },
    {
        "name": "iyzipay",
        "roots": ("iyzipay",),
        "source": "https://github.com/iyzico/iyzipay-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "iyzipay.Payment": {
                "methods": {"sdk": "create retrieve refund"},
            },
            "iyzipay.CheckoutFormInitialize": {
                "methods": {"sdk": "create"},
            },
            "iyzipay.CheckoutForm": {
                "methods": {"sdk": "retrieve"},
            },
            "iyzipay.ThreedsInitialize": {
                "methods": {"sdk": "create"},
            },
            "iyzipay.ThreedsPayment": {
                "methods": {"sdk": "create retrieve"},
            },
            "iyzipay.Refund": {
                "methods": {"sdk": "create"},
            },
            "iyzipay.Cancel": {
                "methods": {"sdk": "create"},
            },
            "iyzipay.InstallmentInfo": {
                "methods": {"sdk": "retrieve"},
            },
        },
    },
    {
        "name": "conekta",
        "roots": ("conekta",),
        "source": "https://developers.conekta.com/docs/conekta-bibliotecas",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "conekta.OrdersApi": {
                "methods": {
                    "sdk": "create_order get_order_by_id get_orders cancel_order order_refund update_order",
                },
            },
            "conekta.CustomersApi": {
                "methods": {
                    "sdk": "create_customer get_customer_by_id get_customers update_customer delete_customer_by_id",
                },
            },
            "conekta.ChargesApi": {
                "methods": {"sdk": "get_charges orders_create_charge update_charge"},
            },
        },
    },
    {
        "name": "openpay",
        "roots": ("openpay",),
        "source": "https://github.com/open-pay/openpay-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """openpay.Charge.create openpay.Charge.retrieve openpay.Customer.create openpay.Customer.retrieve
                openpay.Plan.create openpay.Payout.create""",
        },
    },
    {
        "name": "dwollav2",
        "roots": ("dwollav2",),
        "source": "https://developers.dwolla.com/sdks-tools",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "dwollav2.Client": {
                "methods": {"sdk": "get post delete"},
                "returns": {
                    "Auth.client": "dwollav2.Token",
                    "Token": "dwollav2.Token",
                },
            },
            "dwollav2.Token": {
                "methods": {"sdk": "get post delete"},
            },
        },
        "dynamic": True,
    },
    {
        "name": "gocardless-pro",
        "roots": ("gocardless_pro",),
        "source": "https://developer.gocardless.com/api-reference/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "gocardless_pro.Client": {
                "methods": {
                    "sdk": """customers.create customers.get customers.update customers.list payments.create payments.get
                        payments.list payments.cancel mandates.create mandates.get mandates.list mandates.cancel
                        subscriptions.create subscriptions.get subscriptions.list subscriptions.cancel
                        redirect_flows.create redirect_flows.complete refunds.create events.list creditors.list
                        billing_requests.create billing_request_flows.create""",
                },
            },
        },
    },
    {
        "name": "paystackapi",
        "roots": ("paystackapi",),
        "source": "https://github.com/andrew-dev/paystack-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """paystackapi.transaction.Transaction.initialize paystackapi.transaction.Transaction.verify
                paystackapi.transaction.Transaction.list paystackapi.transaction.Transaction.charge
                paystackapi.customer.Customer.create paystackapi.customer.Customer.get paystackapi.plan.Plan.create
                paystackapi.tcontrol.TransferControl.check_balance""",
        },
        "classes": {
            "paystackapi.paystack.Paystack": {
                "methods": {
                    "sdk": """transaction.initialize transaction.verify transaction.list transaction.charge
                        customer.create customer.get plan.create""",
                },
            },
        },
    },
    {
        "name": "authorizenet",
        "roots": ("authorizenet",),
        "source": "https://developer.authorize.net/api/reference/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "authorizenet.apicontrollersbase.APIOperationBase": {
                "methods": {"sdk": "execute"},
                "pure": "getresponse setmerchantauthentication setenvironment getresultcode validate",
            },
            "authorizenet.apicontrollers.createTransactionController": {
                "bases": ("authorizenet.apicontrollersbase.APIOperationBase",),
            },
            "authorizenet.apicontrollers.createCustomerProfileController": {
                "bases": ("authorizenet.apicontrollersbase.APIOperationBase",),
            },
            "authorizenet.apicontrollers.getCustomerProfileController": {
                "bases": ("authorizenet.apicontrollersbase.APIOperationBase",),
            },
            "authorizenet.apicontrollers.createCustomerPaymentProfileController": {
                "bases": ("authorizenet.apicontrollersbase.APIOperationBase",),
            },
            "authorizenet.apicontrollers.getTransactionDetailsController": {
                "bases": ("authorizenet.apicontrollersbase.APIOperationBase",),
            },
            "authorizenet.apicontrollers.ARBCreateSubscriptionController": {
                "bases": ("authorizenet.apicontrollersbase.APIOperationBase",),
            },
        },
    },
    {
        "name": "python-quickbooks",
        "roots": ("quickbooks",),
        "source": "https://github.com/ej2/python-quickbooks",
        "older": "quickbooks.objects.Customer quickbooks.objects.Invoice",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """quickbooks.objects.customer.Customer.get quickbooks.objects.customer.Customer.all
                quickbooks.objects.customer.Customer.filter quickbooks.objects.invoice.Invoice.get
                quickbooks.objects.invoice.Invoice.all quickbooks.objects.invoice.Invoice.filter
                quickbooks.objects.item.Item.get quickbooks.objects.item.Item.filter
                quickbooks.objects.bill.Bill.get quickbooks.objects.payment.Payment.get
                quickbooks.objects.account.Account.filter quickbooks.objects.vendor.Vendor.filter""",
        },
        "returns": {
            "quickbooks.objects.customer.Customer.get": "quickbooks.objects.customer.Customer",
            "quickbooks.objects.invoice.Invoice.get": "quickbooks.objects.invoice.Invoice",
        },
        "classes": {
            "quickbooks.QuickBooks": {
                "methods": {
                    "sdk": """get_current_user query get_report change_data_capture make_request post get create_object
                        update_object get_single_object""",
                },
            },
            "quickbooks.objects.customer.Customer": {
                "methods": {"sdk": "save"},
            },
            "quickbooks.objects.invoice.Invoice": {
                "methods": {"sdk": "save send delete void download_pdf"},
            },
            "quickbooks.objects.payment.Payment": {
                "methods": {"sdk": "save delete void"},
            },
            "quickbooks.objects.bill.Bill": {
                "methods": {"sdk": "save delete"},
            },
        },
        "aliases": {
            "quickbooks.client.QuickBooks": "quickbooks.QuickBooks",
            "quickbooks.objects.Customer": "quickbooks.objects.customer.Customer",
            "quickbooks.objects.Invoice": "quickbooks.objects.invoice.Invoice",
        },
    },
    {
        "name": "intuit-oauth",
        "roots": ("intuitlib",),
        "source": "https://oauth-pythonclient.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "intuitlib.client.AuthClient"},
        "classes": {
            "intuitlib.client.AuthClient": {
                "methods": {"http": "get_bearer_token refresh revoke get_user_info"},
                "pure": "get_authorization_url setAuthorizeURLs",
            },
        },
    },
    {
        "name": "xero-python",
        "roots": ("xero_python",),
        "source": "https://github.com/XeroAPI/xero-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "xero_python.accounting.AccountingApi": {
                "methods": {
                    "sdk": """get_invoices get_invoice create_invoices update_invoice get_contacts get_contact
                        create_contacts get_accounts get_organisations create_payment get_payments get_items
                        get_bank_transactions create_bank_transactions get_invoice_as_pdf email_invoice
                        get_report_profit_and_loss""",
                },
            },
            "xero_python.identity.IdentityApi": {
                "methods": {"sdk": "get_connections delete_connection"},
            },
        },
    },
    {
        "name": "coinbase-advanced-py",
        "roots": ("coinbase.rest",),
        "source": "https://docs.cdp.coinbase.com/coinbase-app/advanced-trade-apis/overview",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "coinbase.rest.RESTClient": {
                "methods": {
                    "http": """get_accounts get_account create_order market_order_buy market_order_sell
                        limit_order_gtc_buy cancel_orders list_orders get_order get_fills get_products get_product
                        get_candles get_portfolios get post put delete preview_order get_best_bid_ask""",
                },
            },
        },
    },
    {
        "name": "python-binance",
        "roots": ("binance",),
        "source": "https://python-binance.readthedocs.io/en/latest/",
        "instead": "use `binance.AsyncClient`",
        "calls": {"http": "binance.Client"},
        "returns": {"binance.AsyncClient.create": "binance.AsyncClient"},
        "coroutines": "binance.AsyncClient.create",
        "classes": {
            "binance.Client": {
                "methods": {
                    "http": """ping get_server_time get_exchange_info get_symbol_info get_all_tickers get_order_book
                        get_recent_trades get_klines get_historical_klines get_avg_price get_ticker
                        get_symbol_ticker get_orderbook_ticker create_order order_limit_buy order_limit_sell
                        order_market_buy order_market_sell create_test_order get_order get_all_orders cancel_order
                        get_open_orders get_account get_asset_balance get_my_trades withdraw get_deposit_history
                        get_deposit_address stream_get_listen_key futures_account futures_account_balance
                        futures_create_order futures_klines futures_position_information futures_change_leverage""",
                },
            },
            "binance.AsyncClient": {
                "async": True,
                "coroutines": """ping get_server_time get_exchange_info get_symbol_info get_all_tickers get_order_book
                    get_recent_trades get_klines get_historical_klines get_ticker get_symbol_ticker create_order
                    order_limit_buy order_market_buy get_order cancel_order get_open_orders get_account
                    get_asset_balance get_my_trades close_connection""",
            },
        },
        "aliases": {
            "binance.client.Client": "binance.Client",
            "binance.async_client.AsyncClient": "binance.AsyncClient",
        },
    },
    {
        "name": "alpaca-py",
        "roots": ("alpaca",),
        "source": "https://alpaca.markets/sdks/python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "alpaca.trading.client.TradingClient": {
                "methods": {
                    "http": """get_account submit_order get_orders get_order_by_id cancel_orders cancel_order_by_id
                        get_all_positions get_open_position close_position close_all_positions get_all_assets
                        get_asset get_clock get_calendar""",
                },
            },
            "alpaca.data.historical.StockHistoricalDataClient": {
                "methods": {
                    "http": """get_stock_bars get_stock_quotes get_stock_trades get_stock_latest_quote
                        get_stock_latest_trade get_stock_snapshot""",
                },
            },
            "alpaca.data.historical.CryptoHistoricalDataClient": {
                "methods": {
                    "http": "get_crypto_bars get_crypto_latest_quote get_crypto_latest_trade",
                },
            },
        },
    },
    {
        "name": "shippo",
        "roots": ("shippo",),
        "source": "https://docs.goshippo.com/docs/guides_general/quickstart/",
        "older": "shippo.Shipment.create shippo.Transaction.create shippo.Address.create",
        "instead": "use the client's `..._async` methods",
        "calls": {"sdk": "shippo.Shipment.create shippo.Transaction.create shippo.Address.create"},
        "classes": {
            "shippo.Shippo": {
                "methods": {
                    "sdk": """addresses.create addresses.get addresses.validate shipments.create shipments.get
                        shipments.list transactions.create transactions.get transactions.list rates.get
                        parcels.create tracking_status.create tracking_status.get customs_declarations.create
                        refunds.create manifests.create webhooks.create_webhook""",
                },
            },
        },
    },
    {
        "name": "shipengine",
        "roots": ("shipengine",),
        "source": "https://www.shipengine.com/docs/sdks/python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "shipengine.ShipEngine": {
                "methods": {
                    "sdk": """create_label_from_rate_id create_label_from_shipment get_rates_from_shipment
                        list_carriers track_package_by_label_id track_package_by_carrier_code_and_tracking_number
                        validate_addresses void_label_by_label_id""",
                },
            },
        },
    },
    {
        "name": "WooCommerce",
        "roots": ("woocommerce",),
        "source": "https://github.com/woocommerce/wc-api-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "woocommerce.API": {
                "methods": {"http": "get post put delete options"},
            },
        },
        "aliases": {"woocommerce.api.API": "woocommerce.API"},
    },
    {
        "name": "python-amazon-sp-api",
        "roots": ("sp_api",),
        "source": "https://sp-api-docs.saleweaver.com/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "sp_api.api.Orders": {
                "methods": {
                    "sdk": "get_orders get_order get_order_items get_order_address get_order_buyer_info",
                },
            },
            "sp_api.api.Reports": {
                "methods": {"sdk": "create_report get_report get_report_document get_reports"},
            },
            "sp_api.api.Feeds": {
                "methods": {"sdk": "create_feed get_feed submit_feed get_feeds"},
            },
            "sp_api.api.CatalogItems": {
                "methods": {"sdk": "get_catalog_item search_catalog_items"},
            },
        },
        "dynamic": True,
    },
    {
        "name": "ebaysdk",
        "roots": ("ebaysdk",),
        "source": "https://github.com/timotheus/ebaysdk-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "ebaysdk.connection.BaseConnection": {
                "methods": {"http": "execute"},
            },
            "ebaysdk.finding.Connection": {
                "bases": ("ebaysdk.connection.BaseConnection",),
            },
            "ebaysdk.trading.Connection": {
                "bases": ("ebaysdk.connection.BaseConnection",),
            },
            "ebaysdk.shopping.Connection": {
                "bases": ("ebaysdk.connection.BaseConnection",),
            },
        },
    },
    {
        "name": "wechatpayv3",
        "roots": ("wechatpayv3",),
        "source": "https://github.com/minibear2021/wechatpayv3",
        "instead": "use `wechatpayv3.async_.AsyncWeChatPay`",
        "classes": {
            "wechatpayv3.WeChatPay": {
                "methods": {
                    "sdk": """pay query close refund query_refund download_bill trade_bill fundflow_bill transfer_batch""",
                },
                "pure": "sign decrypt_callback callback",
            },
        },
    },
)
