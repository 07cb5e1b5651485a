from django import forms

from .models import Message, Ticket


class SearchForm(forms.Form):
    word = forms.CharField(max_length=40)
    limit = forms.IntegerField(min_value=1)


class PickForm(forms.Form):
    ticket = forms.ModelChoiceField(Ticket.objects.order_by("pk"))


class TicketForm(forms.ModelForm):
    class Meta:
        model = Ticket
        fields = ["reference", "subject"]


class SubjectForm(forms.ModelForm):
    class Meta:
        model = Ticket
        fields = ["subject"]


class MessageForm(forms.ModelForm):
    class Meta:
        model = Message
        fields = ["ticket", "text"]


class ReferenceForm(forms.Form):
    reference = forms.CharField()

    def clean_reference(self):
        reference = self.cleaned_data["reference"]
        if Ticket.objects.filter(reference=reference).exists():
            raise forms.ValidationError("Taken")
        return reference


class TrimmedForm(forms.Form):
    reference = forms.CharField()

    def clean_reference(self):
        return self.cleaned_data["reference"].strip().upper()
